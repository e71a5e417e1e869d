using System.Net.Sockets;
using System.Text;

namespace Neurotrade.Web.Doctor;

/// <summary>Looks for servers where they usually listen on this machine, by the first words of their protocols.</summary>
internal static class Servers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task<Finding> PostgreSqlAsync(string use, CancellationToken cancel)
    {
        const string where = "127.0.0.1:5432";

        // SSLRequest: length 8 and the code 80877103; a server answers S or N.
        byte[] question = [0, 0, 0, 8, 4, 210, 22, 47];
        string? answer = await AskAsync(5432, question, cancel);
        return answer is ['S' or 'N', ..]
            ? new Finding("Database (PostgreSQL)", true, where, string.Empty, use)
            : new Finding("Database (PostgreSQL)", false, $"tried {where}: {answer ?? "nothing listens"}",
                "Debian and Ubuntu: apt install postgresql; this version keeps its state in files", use);
    }

    public static async Task<Finding> RedisAsync(string use, CancellationToken cancel)
    {
        const string where = "127.0.0.1:6379";
        string? answer = await AskAsync(6379, Encoding.ASCII.GetBytes("PING\r\n"), cancel);

        // One that asks for a password is a Redis all the same.
        return answer is ['+' or '-', ..]
            ? new Finding("Redis", true, where, string.Empty, use)
            : new Finding("Redis", false, $"tried {where}: {answer ?? "nothing listens"}",
                "Debian and Ubuntu: apt install redis-server; not needed on one machine", use);
    }

    /// <summary>The first bytes of the answer, as text; null where nothing listens or answers in time.</summary>
    private static async Task<string?> AskAsync(int port, byte[] question, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("127.0.0.1", port, patience.Token);
            await socket.SendAsync(question, patience.Token);
            byte[] answer = new byte[64];
            int length = await socket.ReceiveAsync(answer, patience.Token);
            return Encoding.ASCII.GetString(answer, 0, length).TrimEnd();
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
