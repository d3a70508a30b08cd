import Foundation

extension TelegramChannel {
    package func fetch(_ reference: String) throws -> MediaFetch {
        .ask(try fileRequest(reference)) { answer in
            var request = try downloadRequest(from: answer)
            request.responseLimit = MediaLimits.bytes
            request.timeout = MediaLimits.timeout
            return request
        }
    }

    /// Reads an update without asking for its secret: to see what is understood of one that was kept.
    package static func understand(_ body: Data, username: String) throws -> Intake {
        guard let update = try? JSONDecoder().decode(TelegramUpdate.self, from: body) else {
            throw ChannelRefusal(.notJSON)
        }
        let reader = TelegramReader(account: "", bot: 0, words: TelegramWords(username: username))
        let events = reader.events(update)
        return Intake(events: events ?? [], unreadable: events == nil ? 1 : 0)
    }
}
