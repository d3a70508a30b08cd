/// What a button carries: which message it stood under, and which of its options it was.
///
/// Buttons live on people's phones for ever. The message's id says which question one belongs to, so an old button is
/// known as one. The text is `<message id>.<place from 0>`: at most 64 bytes, as Telegram allows.
package struct ChoiceToken: Sendable, Equatable {
    package var message: String
    package var index: Int

    package init(message: String, index: Int) {
        self.message = message
        self.index = index
    }

    /// Reads a token; `nil` for what somebody else made.
    package init?(_ text: String) {
        guard text.utf8.count <= 64, let dot = text.lastIndex(of: "."), dot > text.startIndex,
            let index = Int(text[text.index(after: dot)...]), (0..<100).contains(index)
        else { return nil }
        message = String(text[..<dot])
        self.index = index
    }

    package var text: String { "\(message).\(index)" }
}
