/// `{"rounds": {…}}`, `{"each": {…}}` or `{"run": {…}}`.
private struct StoredFrame: StoredObject {
    struct Rounds: StoredObject {
        var at = -1
        var previous: Value?
        var round = 0
        static let blank = Self()
        static let fields: [StoredField<Self>] = [
            StoredField("at", { $0.at }, { $0.at = $1 }, required: true),
            StoredField("previous", { $0.previous }, { $0.previous = $1 }),
            StoredField("round", { $0.round }, { $0.round = $1 }, required: true),
        ]
    }

    struct Each: StoredObject {
        var at = -1
        var items: [Item] = []
        var round = 0
        var since = 0
        static let blank = Self()
        static let fields: [StoredField<Self>] = [
            StoredField("at", { $0.at }, { $0.at = $1 }, required: true),
            StoredField("items", { $0.items }, { $0.items = $1 }, required: true),
            StoredField("round", { $0.round }, { $0.round = $1 }, required: true),
            StoredField("since", { $0.since }, { $0.since = $1 }, required: true),
        ]
    }

    struct Run: StoredObject {
        var back = -1
        var flow = ""
        var given: [String]?
        var since: Int?
        static let blank = Self()
        static let fields: [StoredField<Self>] = [
            StoredField("back", { $0.back }, { $0.back = $1 }, required: true),
            StoredField("flow", { $0.flow }, { $0.flow = $1 }, required: true),
            StoredField("given", { $0.given }, { $0.given = $1 }),
            StoredField("since", { $0.since }, { $0.since = $1 }),
        ]
    }

    var each: Each?
    var rounds: Rounds?
    var run: Run?
    static let blank = Self()
    static let fields: [StoredField<Self>] = [
        StoredField("each", { $0.each }, { $0.each = $1 }),
        StoredField("rounds", { $0.rounds }, { $0.rounds = $1 }),
        StoredField("run", { $0.run }, { $0.run = $1 }),
    ]
}

extension DialogueState.Frame: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Self {
        let stored = try StoredFrame.read(&reader)
        if let part = stored.rounds, part.at >= 0 {
            return .rounds(at: part.at, round: part.round, previous: part.previous)
        }
        if let part = stored.each, part.at >= 0, part.items.indices.contains(part.round - 1) {
            return .each(at: part.at, round: part.round, items: part.items, since: part.since)
        }
        if let part = stored.run, part.back >= 0 {
            return .run(flow: part.flow, back: part.back, since: part.since, given: part.given)
        }
        throw reader.error(.unexpected)
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .rounds(let at, let round, let previous):
            StoredFrame(rounds: .init(at: at, previous: previous, round: round)).write(to: &writer)
        case .each(let at, let round, let items, let since):
            StoredFrame(each: .init(at: at, items: items, round: round, since: since)).write(to: &writer)
        case .run(let flow, let back, let since, let given):
            StoredFrame(run: .init(back: back, flow: flow, given: given, since: since)).write(to: &writer)
        }
    }
}
