extension DialogueState: StoredObject {
    static let blank = DialogueState()
    static let fields: [StoredField<Self>] = [
        StoredField("answers", { $0.answers }, { $0.answers = $1 }),
        StoredField("chosen", { $0.chosen }, { $0.chosen = $1 }),
        StoredField("counter", { $0.counter }, { $0.counter = $1 }, required: true),
        StoredField("earlier", { $0.earlier }, { $0.earlier = $1 }),
        StoredField("flags", { $0.flags }, { $0.flags = $1 }), StoredField("frames", { $0.frames }, { $0.frames = $1 }),
        StoredField("mode", { $0.mode }, { $0.mode = $1 }),
        StoredField("outcomes", { $0.outcomes }, { $0.outcomes = $1 }),
        StoredField("parties", { $0.parties }, { $0.parties = $1 }),
        StoredField("question", { $0.question }, { $0.question = $1 }),
        StoredField("settled", { $0.settled }, { $0.settled = $1 }),
        StoredField("startedAt", { $0.startedAt }, { $0.startedAt = $1 }),
        StoredField("status", { $0.status }, { $0.status = $1 }, required: true),
        StoredField("turn", { $0.turn }, { $0.turn = $1 }, required: true),
    ]
}

extension DialogueState.Question: StoredObject {
    static let blank = Self(asked: 0)
    static let fields: [StoredField<Self>] = [
        StoredField("asked", { $0.asked }, { $0.asked = $1 }, required: true),
        StoredField("closesAt", { $0.closesAt }, { $0.closesAt = $1 }),
        StoredField("given", { $0.given }, { $0.given = $1 }), StoredField("held", { $0.held }, { $0.held = $1 }),
        StoredField("items", { $0.items }, { $0.items = $1 }),
        StoredField("level", { $0.level }, { $0.level = $1 }), StoredField("ready", { $0.ready }, { $0.ready = $1 }),
        StoredField("remindsAt", { $0.remindsAt }, { $0.remindsAt = $1 }),
        StoredField("round", { $0.round }, { $0.round = $1 }),
        StoredField("warned", { $0.warned }, { $0.warned = $1 }),
    ]
}

extension DialogueState.Given: StoredObject {
    static let blank = Self(party: "")
    static let fields: [StoredField<Self>] = [
        StoredField("flags", { $0.flags }, { $0.flags = $1 }),
        StoredField("numbers", { $0.numbers }, { $0.numbers = $1 }),
        StoredField("party", { $0.party }, { $0.party = $1 }, required: true),
        StoredField("value", { $0.value }, { $0.value = $1 }),
    ]
}

extension DialogueState.Held: StoredObject {
    static let blank = Self(text: "", flags: [], asked: [])
    static let fields: [StoredField<Self>] = [
        StoredField("asked", { $0.asked }, { $0.asked = $1 }), StoredField("flags", { $0.flags }, { $0.flags = $1 }),
        StoredField("text", { $0.text }, { $0.text = $1 }, required: true),
    ]
}

extension Party: StoredObject {
    static let blank = Self(id: "", locale: "")
    static let fields: [StoredField<Self>] = [
        StoredField("facilitates", { $0.facilitates }, { $0.facilitates = $1 }),
        StoredField("id", { $0.id }, { $0.id = $1 }, required: true),
        StoredField("left", { $0.left }, { $0.left = $1 }),
        StoredField("locale", { $0.locale }, { $0.locale = $1 }, required: true),
        StoredField("role", { $0.role }, { $0.role = $1 }),
    ]
}

extension Outcome: StoredObject {
    static let blank = Self(number: 0, kind: "", text: "", flow: "", turn: 0)
    static let fields: [StoredField<Self>] = [
        StoredField("fields", { $0.fields }, { $0.fields = $1 }),
        StoredField("flow", { $0.flow }, { $0.flow = $1 }, required: true),
        StoredField("kind", { $0.kind }, { $0.kind = $1 }, required: true),
        StoredField("number", { $0.number }, { $0.number = $1 }, required: true),
        StoredField("text", { $0.text }, { $0.text = $1 }),
        StoredField("turn", { $0.turn }, { $0.turn = $1 }, required: true),
    ]
}

extension Earlier: StoredObject {
    static let blank = Self(dialogue: "", kind: "", text: "")
    static let fields: [StoredField<Self>] = [
        StoredField("dialogue", { $0.dialogue }, { $0.dialogue = $1 }),
        StoredField("fields", { $0.fields }, { $0.fields = $1 }),
        StoredField("kind", { $0.kind }, { $0.kind = $1 }, required: true),
        StoredField("text", { $0.text }, { $0.text = $1 }),
    ]
}

extension Item: StoredObject {
    static let blank = Self(number: 0, text: "")
    static let fields: [StoredField<Self>] = [
        StoredField("fields", { $0.fields }, { $0.fields = $1 }),
        StoredField("late", { $0.late }, { $0.late = $1 }), StoredField("merged", { $0.merged }, { $0.merged = $1 }),
        StoredField("number", { $0.number }, { $0.number = $1 }, required: true),
        StoredField("points", { $0.points }, { $0.points = $1 }), StoredField("role", { $0.role }, { $0.role = $1 }),
        StoredField("text", { $0.text }, { $0.text = $1 }, required: true),
    ]
}

extension Value: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Value {
        switch reader.next {
        case UInt8(ascii: "\""): return .text(try reader.string())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag(try reader.bool())
        case UInt8(ascii: "["): return .items(try [Item].read(&reader))
        case UInt8(ascii: "{"): break
        default: return .number(Int(try reader.number()))
        }
        var value: Value?
        try reader.enter("{")
        while let key = try reader.nextKey() {
            switch key {
            case "option": value = .option(try reader.string())
            case "day": value = CalendarDay(iso: try reader.string()).map(Value.day)
            default: try reader.skip()
            }
        }
        guard let value else { throw reader.error(.unexpected) }
        return value
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.write(text)
        case .number(let number): writer.write(Int64(number))
        case .flag(let flag): writer.write(flag)
        case .items(let items): items.write(to: &writer)
        case .option(let id): writer.write(id, as: "option")
        case .day(let day): writer.write(day.iso, as: "day")
        }
    }
}
