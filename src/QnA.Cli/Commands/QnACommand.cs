using System.CommandLine;

namespace QnA.Cli.Commands;

/// <summary>The root command.</summary>
internal static class QnACommand
{
    /// <summary>Makes the command line.</summary>
    public static RootCommand Create()
    {
        var (ingest, ask, chat, verify) = (IngestCommand.Create(), AskCommand.Create(), ChatCommand.Create(), VerifyCommand.Create());
        var (eval, models) = (EvalCommand.Create(), ModelsCommand.Create());
        var (feedback, teams, sources) = (FeedbackCommand.Create(), TeamsPackageCommand.Create(), SourcesCommand.Create());
        var (index, export) = (IndexCommand.Create(), ExportCommand.Create());
        var (doctor, completion) = (DoctorCommand.Create(), CompletionCommand.Create());
        var root = new RootCommand("Answers questions from your articles with quotes that are proved to be in them.")
        {
            ingest, ask, chat, verify, sources, eval, models, feedback, teams, index, export, doctor, completion,
        };
        Examples.AddTo(root, new Dictionary<Command, string[]>
        {
            [root] = ["qna ask \"How much did the bridge cost?\" --articles ./articles", "qna ingest ./articles archive.jsonl", "qna chat"],
            [ingest] = IngestCommand.Examples,
            [ask] = AskCommand.Examples,
            [chat] = ChatCommand.Examples,
            [verify] = VerifyCommand.Examples,
            [eval] = EvalCommand.Examples,
            [models] = ModelsCommand.Examples,
            [feedback] = FeedbackCommand.Examples,
            [teams] = TeamsPackageCommand.Examples,
            [sources] = SourcesCommand.Examples,
            [index] = IndexCommand.Examples,
            [export] = ExportCommand.Examples,
            [doctor] = DoctorCommand.Examples,
            [completion] = CompletionCommand.Examples,
        });
        return root;
    }
}
