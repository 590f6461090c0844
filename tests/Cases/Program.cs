using Wenye.Cases;

// ./platform cases [--programs a,b.*] [DIR…]: exit status 0 only when no case failed.
var options = RunOptions.Parse(args);
var (passed, failed) = (0, 0);
foreach (var result in options.Folders.SelectMany(CaseFiles.Below).SelectMany(file => CaseRunner.Run(file, options.Wants)))
{
    if (result.Passed)
    {
        passed++;
        continue;
    }

    failed++;
    Console.WriteLine($"{result.File}: {result.Name}: expected {result.Expected}, got {result.Got}");
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
