import Channels
import Dialogue
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import ServiceLifecycle
import Storage

/// One establishment's chat as one visitor sees it.
struct ChatRoom {
    /// The code in the page's address: an establishment's, or that of a team's dialogue in it.
    let code: String
    let dialogue: DialogueRecord?
    let establishment: Establishment
    let account: Account
    let visitor: String
    let reception: Reception
    let browserLocale: PageLocale
    let takesFiles: Bool

    init(
        code: String,
        visitor: String,
        reception: Reception,
        locale: PageLocale,
        takesFiles: Bool
    ) async throws {
        guard let code = joinCode(in: "UNIRME \(code)") else { throw ChatRoom.unknownCode }
        let found = try await reception.store.read { store -> (DialogueRecord?, Establishment, Account)? in
            let dialogue = try store.dialogue(joinCode: code)
            let home =
                try dialogue.map { try store.establishment($0.establishment) } ?? store.establishment(joinCode: code)
            guard let establishment = home,
                let account = try store.accounts().first(where: {
                    $0.channel == ChannelKind.web.rawValue && $0.organization == establishment.organization
                })
            else { return nil }
            return (dialogue, establishment, account)
        }
        guard let found else { throw ChatRoom.unknownCode }
        (dialogue, establishment, account) = found
        self.code = code
        self.visitor = visitor
        self.reception = reception
        browserLocale = locale
        self.takesFiles = takesFiles
    }

    static let unknownCode = Problem(
        .notFound,
        "unknown-code",
        "Este código de establecimiento no existe, o ya cambió.",
        advice: "Pidan el código a su facilitador o facilitadora."
    )

    /// A browser has one address for each establishment, so nothing crosses from one to the other.
    private var external: String { "\(establishment.id):\(visitor)" }

    /// The first thing a visitor presses: it joins with the code of the page.
    private static let join = "join"

    // MARK: In

    /// Passes what a visitor posted to the reception.
    func receive(_ form: ChatRoutes.Form) async throws {
        let content: Content
        if let choice = form.choice {
            let joins = choice == Self.join
            content =
                joins ? .text("UNIRME \(code)") : .choice(id: String(choice.prefix(200)), label: nil)
        } else if let words = form.command ?? form.text, words.contains(where: { !$0.isWhitespace }) {
            content = .text(words)
        } else {
            _ = try checked(form.token)
            return
        }
        _ = try await receive(content, token: form.token)
    }

    private func checked(_ token: String?) throws -> String {
        guard let token, (8...100).contains(token.utf8.count) else {
            throw Problem(
                .badRequest,
                "no-token",
                "Esta página quedó vieja.",
                advice: "Vuelvan a cargarla y escriban otra vez."
            )
        }
        return token
    }

    /// Passes what a visitor did to the reception; the same token twice counts once.
    func receive(_ content: Content, token: String?) async throws -> Reception.Reply {
        let token = try checked(token)
        return try await reception.receive(
            InboundEvent(
                channel: .web,
                account: account.id,
                dedupeKey: "\(visitor):\(token)",
                sender: Sender(id: external, locale: browserLocale.rawValue),
                conversation: Conversation(id: external, kind: .direct),
                content: content
            )
        )
    }

    // MARK: Out

    /// Whether the visitor belongs to the establishment, rather than having only opened its page.
    func hasJoined() async throws -> Bool {
        try await address()?.participant != nil
    }

    private func address() async throws -> Address? {
        try await reception.store.read { [account, external] in try $0.address(account: account.id, external: external)
        }
    }

    /// The chat as a page.
    func page() async throws -> ChatPage {
        let address = try await address()
        let messages = try await messages(of: address, after: 0)
        let locale = address.map { PageLocale(tag: $0.locale) } ?? browserLocale
        var choices: [Choice] = []
        if let last = messages.last(where: { $0.direction == .outbound }), !isAtTheDoor(address) {
            choices = last.choices.map { Choice(id: $0.id, label: $0.label) }
        } else {
            choices = [Choice(id: Self.join, label: PageWord.begin(locale))]
        }
        let links = MatrixLinks(
            xlsx: "/look/\(establishment.joinCode)/matrix.xlsx",
            csv: "/look/\(establishment.joinCode)/matrix.csv",
            json: "/look/\(establishment.joinCode)/matrix.json"
        )
        return ChatPage(
            locale: locale,
            establishment: establishment.name,
            code: code,
            entries: messages.map(entry),
            choices: choices,
            token: reception.surroundings.identifier(at: reception.surroundings.moment().milliseconds),
            matrix: address?.participant == nil ? nil : links,
            fileLimit: takesFiles && address?.participant != nil ? MediaLimits.bytes : nil
        )
    }

    /// Whether somebody who has joined the establishment looks at a team's dialogue that they are not in.
    private func isAtTheDoor(_ address: Address?) -> Bool {
        guard let address, let dialogue, !dialogue.state.isOver else { return false }
        return address.stage == .ready && address.dialogue == nil
    }

    private func messages(of address: Address?, after sequence: Int64) async throws -> [TranscriptMessage] {
        guard let address else { return [] }
        return try await reception.store.read {
            try $0.messages(address: address.id, after: sequence, limit: ServerLimits.pageMessages)
        }
    }

    private func entry(_ message: TranscriptMessage) -> ChatEntry {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = reception.surroundings.timeZone
        let date = Date(timeIntervalSince1970: Double(message.at) / 1000)
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        let time = [parts.hour ?? 0, parts.minute ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return ChatEntry(
            sequence: Int(message.sequence),
            author: message.direction == .inbound ? .person : .bot,
            text: message.text,
            time: time
        )
    }

    /// Everything after a sequence, for the page's script.
    func update(after sequence: Int64) async throws -> Response {
        let update = try await page().update(after: Int(sequence))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(update)))
        )
    }

    /// Where a browser goes after posting.
    func location() async throws -> String {
        ChatPage.location(code: code, sequence: try await page().lastSequence)
    }

    /// A stream that rings whenever there is something new; the words are fetched, never sent here.
    func bell(_ request: Request, after sequence: Int64, bell: Bell) async throws -> Response {
        let rings = bell.listen(to: Bell.name(account: account.id, external: external))
        let newest = try await messages(of: try await address(), after: sequence).last?.sequence
        let headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody { writer in
                let (lines, feed) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(8))
                feed.yield("retry: 3000\n\n")
                if let newest { feed.yield("event: bell\ndata: \(newest)\n\n") }
                try await request.body.consumeWithInboundCloseHandler { _ in
                    try await withGracefulShutdownHandler {
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            group.addTask {
                                for await ring in rings { feed.yield("event: bell\ndata: \(ring)\n\n") }
                            }
                            group.addTask {
                                while true {
                                    try await Task.sleep(for: ServerLimits.heartbeat)
                                    feed.yield(": sigo aquí\n\n")
                                }
                            }
                            for await line in lines { try await writer.write(ByteBuffer(string: line)) }
                            group.cancelAll()
                        }
                    } onGracefulShutdown: {
                        feed.finish()
                    }
                } onInboundClosed: {
                    feed.finish()
                }
                try await writer.finish(nil)
            }
        )
    }
}

extension PageWord {
    /// The first button of a new visitor.
    static func begin(_ locale: PageLocale) -> String {
        locale == .english ? "Begin" : "Empezar"
    }

    /// What is said of something that cannot be a join code.
    static func notACode(_ locale: PageLocale) -> String {
        switch locale {
        case .spanish: "Ese código no tiene la forma de uno: son seis letras y números, como ABC234."
        case .english: "That does not look like a code: six letters and digits, such as ABC234."
        }
    }
}
