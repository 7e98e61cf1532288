using System.ComponentModel;

namespace QnA.BotLoad.Chaos;

/// <summary>A folder on a small file system of its own where one can be made, so that its disk can be filled and nobody else's is.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 96;
    private const int Megabyte = 1 << 20;
    private const int Writers = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly string? _image;

    private SmallDisk(string path, string? image, bool isMounted)
    {
        Path = path;
        _image = image;
        CanBeFilled = isMounted;
    }

    public string Path { get; }

    /// <summary>Gets whether it is a file system of its own.</summary>
    public bool CanBeFilled { get; }

    /// <summary>Gets what it is, in words.</summary>
    public string Kind => CanBeFilled ? _image is null ? $"a file system in memory of {Megabytes} MB" : $"a file system in a file of {Megabytes} MB" : "the machine's own disk";

    /// <summary>Makes the folder: on ext4 in a file, else in memory, else on the machine's disk; the first two need root on Linux.</summary>
    /// <param name="folder">Where it may be made.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<SmallDisk> CreateAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Directory.CreateDirectory(System.IO.Path.Combine(folder, "disk")).FullName;
        var image = System.IO.Path.Combine(folder, "disk.img");
        await using (var file = new FileStream(image, FileMode.Create))
        {
            file.SetLength((long)Megabytes * Megabyte);
        }

        if (await TryAsync("mkfs.ext4", ["-q", "-F", image], cancellationToken) && await TryAsync("mount", ["-o", "loop", image, path], cancellationToken))
        {
            return new SmallDisk(path, image, isMounted: true);
        }

        File.Delete(image);
        var inMemory = await TryAsync("mount", ["-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", path], cancellationToken);
        return new SmallDisk(path, image: null, inMemory);
    }

    /// <summary>Takes all room for a while.</summary>
    public async Task FillAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var ballast = System.IO.Path.Combine(Path, "ballast");
        try
        {
            var until = TimeProvider.System.GetUtcNow() + duration;
            await using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (TimeProvider.System.GetUtcNow() < until)
            {
                // What the bot deletes meanwhile is taken too, down to the last block.
                for (var size = Megabyte; size >= 512; size /= 2)
                {
                    TakeAll(file, size);
                }

                await Task.Delay(Interval, TimeProvider.System, cancellationToken);
            }
        }
        finally
        {
            File.Delete(ballast);
        }
    }

    /// <summary>Writes beside the bot for a while and asks for each megabyte on the disk.</summary>
    public Task SlowDownAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
        () =>
        {
            var path = System.IO.Path.Combine(Path, $"load-{writer}");
            try
            {
                var until = TimeProvider.System.GetUtcNow() + duration;
                using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
                var bytes = new byte[Megabyte];
                while (TimeProvider.System.GetUtcNow() < until && !cancellationToken.IsCancellationRequested)
                {
                    file.Position = file.Position >= Writers * Megabyte ? 0 : file.Position;
                    file.Write(bytes);
                    file.Flush(flushToDisk: true);
                }
            }
            finally
            {
                File.Delete(path);
            }
        },
        cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        if (CanBeFilled)
        {
            await TryAsync("umount", [Path], CancellationToken.None);
        }
    }

    private static void TakeAll(FileStream file, int size)
    {
        var bytes = new byte[size];
        try
        {
            while (true)
            {
                file.Write(bytes);
            }
        }
        catch (IOException)
        {
            // That was the last of this size.
        }
    }

    private static async Task<bool> TryAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            await ChildProcess.RunAsync(program, arguments, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
