import Foundation

/// Makes neutral events of an update.
struct TelegramReader {
    var account: String
    /// The bot's own id as a user.
    var bot: Int64
    var words: TelegramWords

    /// What an update says; `nil` when it cannot be read. No event at all when it is none of our business.
    func events(_ update: TelegramUpdate) -> [InboundEvent]? {
        guard let id = update.id else { return nil }
        let key = String(id)
        if let message = update.message { return read(message, key: key) }
        if let message = update.editedMessage { return edited(message, key: key) }
        if let callback = update.callback { return pressed(callback, key: key) }
        if let membership = update.ownMembership { return own(membership, key: key) }
        if let membership = update.membership { return others(membership, key: key) }
        if let reaction = update.reaction { return reacted(reaction, key: key) }
        return update.isUnneeded ? [] : nil
    }

    // MARK: - Messages

    private func read(_ message: TelegramMessage, key: String) -> [InboundEvent]? {
        guard message.chat.kind != .channel, !message.isAutomaticForward else { return [] }
        guard let sender = sender(message) else { return nil }
        var event = InboundEvent(
            channel: .telegram,
            account: account,
            dedupeKey: key,
            sender: sender,
            conversation: conversation(message.chat, topic: message.topic),
            content: .unsupported("unknown"),
            messageID: Self.id(message.chat.id, message.id),
            replyTo: answered(message).map { Self.id(message.chat.id, $0.id) },
            providerTime: Self.time(message.date)
        )
        if let service = TelegramContent.service(message) {
            return told(service, by: message, as: event)
        }
        guard !isBot(message), isAddressed(message) else { return [] }
        event.content = TelegramContent.written(message, words: words)
        return [event]
    }

    /// What Telegram tells of the chat itself.
    private func told(_ service: String, by message: TelegramMessage, as event: InboundEvent) -> [InboundEvent] {
        var event = event
        if let new = message.migratesTo ?? message.migratedFrom.map({ _ in message.chat.id }) {
            // The old chat and the new one both tell it, in any order: one key, one effect.
            let old = message.migratedFrom ?? message.chat.id
            event.dedupeKey = "moved:\(old):\(new)"
            event.conversation = Conversation(id: String(old), kind: .group)
            event.content = .system(.moved(to: String(new)))
        } else if !message.newMembers.isEmpty || message.leftMember != nil {
            // That the bot itself comes or goes is told by `my_chat_member`, always.
            let ids = (message.newMembers + [message.leftMember].compactMap(\.self)).map(\.id).filter { $0 != bot }
            guard !ids.isEmpty else { return [] }
            event.content = message.newMembers.isEmpty ? .leave(ids.map(String.init)) : .join(ids.map(String.init))
        } else {
            event.content = .system(.other(service))
        }
        return [event]
    }

    private func edited(_ message: TelegramMessage, key: String) -> [InboundEvent]? {
        guard message.chat.kind != .channel, !isBot(message), isAddressed(message),
            // Without words it is a shared location that goes on, or buttons that changed.
            let text = message.text ?? message.caption
        else { return [] }
        guard let sender = sender(message) else { return nil }
        return [
            InboundEvent(
                channel: .telegram,
                account: account,
                dedupeKey: key,
                sender: sender,
                conversation: conversation(message.chat, topic: message.topic),
                content: .edit(of: Self.id(message.chat.id, message.id), text: words.read(text).text),
                replyTo: answered(message).map { Self.id(message.chat.id, $0.id) },
                providerTime: Self.time(message.editDate ?? message.date)
            )
        ]
    }

    private func isBot(_ message: TelegramMessage) -> Bool {
        message.from?.id == bot || (message.from?.isBot == true && message.senderChat == nil)
    }

    /// Whether it is said to the bot. What else people say in a group is theirs: it leaves no trace here.
    private func isAddressed(_ message: TelegramMessage) -> Bool {
        if message.chat.kind == .direct { return true }
        if answered(message)?.from?.id == bot { return true }
        return [message.text, message.caption].contains { $0.map { words.read($0).isAddressed } ?? false }
    }

    private func answered(_ message: TelegramMessage) -> TelegramMessage.Answered? {
        message.answered.flatMap { $0.isTopicOpening ? nil : $0 }
    }

    // MARK: - Buttons

    private func pressed(_ callback: TelegramCallback, key: String) -> [InboundEvent]? {
        guard let user = callback.from else { return nil }
        if callback.message?.chat.kind == .channel { return [] }
        let label = callback.message?.markup?.rows.joined().first { $0.data == callback.data }?.text
        let content: Content = callback.data.map { .choice(id: $0, label: label) } ?? .unsupported("callback_query")
        return [
            InboundEvent(
                channel: .telegram,
                account: account,
                dedupeKey: key,
                sender: Self.person(user),
                conversation: callback.message.map { conversation($0.chat, topic: $0.topic) }
                    ?? Conversation(id: String(user.id), kind: .direct),
                content: content,
                replyTo: callback.message.map { Self.id($0.chat.id, $0.id) }
            )
        ]
    }
}
