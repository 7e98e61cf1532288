using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace QnA.Lucene.Index;

/// <summary>Tells damage of an index from every other cause of an exception, by the checksums of its files.</summary>
internal static class IndexDamage
{
    // Another process may commit while the files of the last commit are read, and delete them.
    private const int Attempts = 3;

    /// <summary>Looks for a file of the last commit that is gone or whose checksum is not that of its bytes.</summary>
    /// <param name="path">The directory of the index.</param>
    /// <returns>What is wrong; <see langword="null"/> where nothing is, and where there is no index.</returns>
    /// <remarks>Reads the whole index once; to be called after an exception, not before a question.</remarks>
    public static string? Find(string path)
    {
        if (!System.IO.Directory.Exists(path))
        {
            return null;
        }

        using var directory = MappedDirectory.OpenBest(path);
        string? damage = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var generation = Generation(directory);
            damage = CheckPointer(directory, generation) ?? (generation < 0 ? null : FindIn(directory, generation));
            if (damage is null || generation == Generation(directory))
            {
                return damage;
            }
        }

        return damage;
    }

    private static long Generation(FSDirectory directory) => SegmentInfos.GetLastCommitGeneration(directory.ListAll());

    // Lucene writes after each commit which one it was, and believes it where no list of segments is there to tell.
    private static string? CheckPointer(FSDirectory directory, long generation) =>
        !directory.ListAll().Contains(IndexFileNames.SEGMENTS_GEN, StringComparer.Ordinal) ? null
        : generation < 0 ? "the list of its segments is gone"
        : Check(directory, IndexFileNames.SEGMENTS_GEN);

    private static string? FindIn(FSDirectory directory, long generation)
    {
        // Without the list of segments no other file can be told; those that describe a segment are read with the list.
        var list = IndexFileNames.FileNameFromGeneration(IndexFileNames.SEGMENTS, "", generation);
        if (Check(directory, list) is { } damagedList)
        {
            return damagedList;
        }

        var segments = new SegmentInfos();
        try
        {
            segments.Read(directory, list);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return directory.ListAll().Where(name => name.EndsWith(".si", StringComparison.Ordinal)).Select(name => Check(directory, name)).FirstOrDefault(found => found is not null)
                ?? (exception is FileNotFoundException ? exception.Message : null);
        }

        return segments.GetFiles(directory, includeSegmentsFile: false).Select(name => Check(directory, name)).FirstOrDefault(found => found is not null);
    }

    private static string? Check(FSDirectory directory, string name)
    {
        try
        {
            using var input = directory.OpenInput(name, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(input);
            return null;
        }
        catch (FileNotFoundException)
        {
            return $"{name} is gone";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What a damaged file makes its reader throw is not foreseeable.
            return $"{name} is not what was written";
        }
    }
}
