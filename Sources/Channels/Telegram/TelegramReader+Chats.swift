import Foundation

extension TelegramReader {
    /// The bot was added, removed, blocked or unblocked.
    func own(_ membership: TelegramMembership, key: String) -> [InboundEvent]? {
        let content: Content
        switch (membership.chat.kind, membership.after.status) {
        case (.channel, _): return []
        case (.direct, "kicked"): content = .system(.blocked)
        case (.direct, "member"): content = .system(.unblocked)
        default:
            let wasIn = membership.before?.isIn ?? false
            switch (wasIn, membership.after.isIn) {
            case (false, true): content = .join([])
            case (true, false): content = .leave([])
            default: content = .system(.other("my_chat_member"))
            }
        }
        return [event(membership, content, key: key)]
    }

    /// Somebody else came or went; told only where the bot is an administrator. Other changes are their own business.
    func others(_ membership: TelegramMembership, key: String) -> [InboundEvent]? {
        guard let user = membership.after.user ?? membership.before?.user else { return nil }
        let wasIn = membership.before?.isIn ?? false
        guard membership.chat.kind == .group, user.id != bot, wasIn != membership.after.isIn else { return [] }
        return [event(membership, wasIn ? .leave([String(user.id)]) : .join([String(user.id)]), key: key)]
    }

    func reacted(_ reaction: TelegramReaction, key: String) -> [InboundEvent]? {
        guard reaction.chat.kind != .channel, reaction.user?.id != bot else { return [] }
        guard let sender = reaction.user.map(Self.person) ?? reaction.actor.map({ Self.chat($0, signature: nil) })
        else { return nil }
        return [
            InboundEvent(
                channel: .telegram,
                account: account,
                dedupeKey: key,
                sender: sender,
                conversation: conversation(reaction.chat, topic: nil),
                // The last sign is the newest; a sign that is no emoji goes by the name of its kind.
                content: .reaction(
                    reaction.signs.last.map { $0.emoji ?? $0.type ?? "unknown" },
                    to: Self.id(reaction.chat.id, reaction.message)
                ),
                providerTime: Self.time(reaction.date)
            )
        ]
    }

    private func event(_ membership: TelegramMembership, _ content: Content, key: String) -> InboundEvent {
        InboundEvent(
            channel: .telegram,
            account: account,
            dedupeKey: key,
            sender: Self.person(membership.from),
            conversation: conversation(membership.chat, topic: nil),
            content: content,
            providerTime: Self.time(membership.date)
        )
    }

    // MARK: - Who, where, when

    /// Who wrote. An anonymous administrator writes as the group itself, and so is known by the group's id.
    func sender(_ message: TelegramMessage) -> Sender? {
        if let chat = message.senderChat { return Self.chat(chat, signature: message.signature) }
        return message.from.map(Self.person)
    }

    static func person(_ user: TelegramUser) -> Sender {
        let name = [user.firstName, user.lastName].compactMap(\.self).joined(separator: " ")
        return Sender(id: String(user.id), displayName: shown(name), locale: user.language.flatMap(shown))
    }

    static func chat(_ chat: TelegramChat, signature: String?) -> Sender {
        Sender(id: String(chat.id), displayName: shown(signature ?? chat.title ?? ""))
    }

    /// Where it was said. A topic of a forum is a conversation of its own: `<chat>/<topic>`.
    func conversation(_ chat: TelegramChat, topic: Int64?) -> Conversation {
        guard chat.kind == .group else { return Conversation(id: String(chat.id), kind: .direct) }
        return Conversation(id: TelegramAddress(chat: chat.id, topic: topic).text, kind: .group)
    }

    /// A message's id counts within its chat only.
    static func id(_ chat: Int64, _ message: Int64) -> String { "\(chat):\(message)" }

    /// A moment; `nil` for what is none, as the 0 of messages that are out of reach.
    static func time(_ seconds: Int64?) -> Date? {
        guard let seconds, (1...253_402_300_799).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// A name of one line, of at most 200 code points; `nil` when nothing is left of it.
    private static func shown(_ name: String) -> String? {
        let short = String(name.unicodeScalars.prefix(200))
        let line = short.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }
}

/// Where to send to: a chat, and the topic in it if it is a forum. Written `<chat>` or `<chat>/<topic>`.
struct TelegramAddress: Equatable {
    var chat: Int64
    var topic: Int64?

    init(chat: Int64, topic: Int64? = nil) {
        self.chat = chat
        self.topic = topic
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let chat = Int64(parts[0]), chat != 0 else { return nil }
        self.chat = chat
        if parts.count == 2 {
            guard let topic = Int64(parts[1]), topic > 0 else { return nil }
            self.topic = topic
        }
    }

    var text: String { topic.map { "\(chat)/\($0)" } ?? String(chat) }
}
