/// Every limit of the engine, in one place. Reaching one is a clear message or a check's finding, never a crash.
public enum Limits {
    /// Instructions that one event may run before the dialogue must wait: a guard against endless parts.
    public static let instructionsPerTurn = 5_000
    /// Items of one list that grows by `add`; what comes after is left out.
    public static let listItems = 500
    /// Characters of one answer.
    public static let answerCharacters = 2_000
    /// Characters of one option's label. What a channel cannot show as a button is numbered in the text there.
    public static let labelCharacters = 200
    /// Characters of a button that is made from somebody's words: what every channel can show.
    public static let buttonCharacters = 24
    /// Options of one question. What a channel cannot show for pressing is numbered in the text there.
    public static let questionOptions = 20
    /// Buttons that are made from numbers or from the items of a list: what every channel can show.
    public static let options = 10
    /// Rounds of one repeat.
    public static let rounds = 50
    /// People in one dialogue.
    public static let parties = 60
    /// Flows running inside flows.
    public static let calls = 8
    /// Outcomes of one kind that a dialogue recalls from earlier ones, the newest.
    public static let recalled = 100
    /// Lines of a list that one party makes alone.
    public static let listLines = 30
    /// Operations that one expression may evaluate.
    public static let expressionOperations = 200
    /// Bytes of a stored state, many times what sixty people can fill.
    public static let stateBytes = 64 * 1024 * 1024
    /// Objects inside objects of a stored state, of which the known ones take five.
    public static let stateDepth = 32
    /// Bytes of one flow or prompts file.
    public static let fileBytes = 256 * 1024
    /// Nodes of one flow or prompts file.
    public static let fileNodes = 50_000
    /// Words of one question, so that it fits a phone and one breath.
    public static let questionWords = 25
}
