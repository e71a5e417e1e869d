Console.Error.WriteLine("Benchmarks: name one of: (none yet)");
return 2;
