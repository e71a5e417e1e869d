using System.Reflection;
using System.Reflection.Emit;

namespace Neurotrade.Tests.Architecture;

/// <summary>One type naming another: in a signature, an attribute, or the body of a method.</summary>
internal sealed record CodeArrow(Type From, Type To);

/// <summary>
/// Reads compiled types and says which types each of them names, method bodies included, so that nothing hides behind
/// <c>var</c>, a full name or an alias.
/// </summary>
internal static class CodeArrows
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>All arrows that leave the types given; nested and compiler-made types speak for the one around them.</summary>
    public static IEnumerable<CodeArrow> Of(IEnumerable<Type> types) => types
        .SelectMany(type => NamedBy(type).SelectMany(Parts).Select(to => new CodeArrow(Outermost(type), Outermost(to))))
        .Where(arrow => arrow.From != arrow.To)
        .Distinct();

    private static IEnumerable<Type?> NamedBy(Type type)
    {
        yield return type.BaseType;
        foreach (Type named in type.GetInterfaces().Concat(Attributes(type)).Concat(Constraints(type.GetGenericArguments())))
        {
            yield return named;
        }

        foreach (FieldInfo field in type.GetFields(All))
        {
            yield return field.FieldType;
        }

        IEnumerable<MethodBase> methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));
        foreach (MethodBase method in methods)
        {
            foreach (Type? named in NamedBy(method))
            {
                yield return named;
            }
        }
    }

    private static IEnumerable<Type?> NamedBy(MethodBase method)
    {
        IEnumerable<Type?> signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method is MethodInfo info)
        {
            signature = signature.Append(info.ReturnType);
        }

        if (method.IsGenericMethodDefinition)
        {
            signature = signature.Concat(Constraints(method.GetGenericArguments()));
        }

        MethodBody? body = method.GetMethodBody();
        IEnumerable<Type?> inside = body is null
            ? []
            : body.LocalVariables.Select(local => local.LocalType)
                .Concat(body.ExceptionHandlingClauses
                    .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
                    .Select(clause => clause.CatchType))
                .Concat(NamedByCode(method, body.GetILAsByteArray() ?? []));
        return signature.Concat(Attributes(method)).Concat(inside);
    }

    private static IEnumerable<Type?> NamedByCode(MethodBase method, byte[] code)
    {
        Type[] typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : [];
        Type[] methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int at = 0; at < code.Length;)
        {
            int value = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            OpCode operation = OpCodesByValue[value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
            {
                int token = BitConverter.ToInt32(code, at);
                MemberInfo? member = method.Module.ResolveMember(token, typeArguments, methodArguments);
                foreach (Type? named in NamedByMember(member))
                {
                    yield return named;
                }
            }

            at += OperandLength(operation, code, at);
        }
    }

    private static IEnumerable<Type?> NamedByMember(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method =>
        [
            method.DeclaringType, method.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.GetGenericArguments(),
        ],
        _ => [member?.DeclaringType],
    };

    private static int OperandLength(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Attributes(MemberInfo member) =>
        member.GetCustomAttributesData().Select(attribute => attribute.AttributeType);

    private static IEnumerable<Type> Constraints(Type[] arguments) => arguments
        .Where(argument => argument.IsGenericParameter)
        .SelectMany(argument => argument.GetGenericParameterConstraints());

    /// <summary>The type itself, what it is an array or reference of, and what it is made generic with.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return [];
        }

        return type.HasElementType
            ? Parts(type.GetElementType())
            : type.GetGenericArguments().SelectMany(Parts).Append(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } around ? Outermost(around) : type;
}
