namespace QnA.Answering.Lexicon;

/// <summary>What a question asks for, where its words tell.</summary>
internal enum QuestionKind
{
    /// <summary>Anything.</summary>
    Other,

    /// <summary>A number or an amount.</summary>
    Number,

    /// <summary>A point or span of time.</summary>
    Time,

    /// <summary>Somebody.</summary>
    Person,

    /// <summary>Somewhere.</summary>
    Place,

    /// <summary>A reason.</summary>
    Cause,

    /// <summary>A way of doing something.</summary>
    Manner,

    /// <summary>What something is or means.</summary>
    Definition,
}
