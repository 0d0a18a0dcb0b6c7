using BenchmarkDotNet.Running;
using PaperGraph.Benchmarks;

if (args is ["load", var store, ..])
{
    await LoadBenchmark.RunAsync(store, rounds: args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 5);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
