@testable import Dialogue

/// States nobody was ever in, the same in every run, with something in every field.
struct RandomState {
    private var random: SplitMix

    init(seed: Int) { random = SplitMix(state: UInt64(seed)) }

    mutating func state() -> DialogueState {
        var state = DialogueState()
        state.status = pick([.new, .assembling, .waiting, .paused, .stopped, .finished])
        state.turn = count(1_000)
        state.counter = count(80)
        state.mode = pick(Mode.allCases)
        state.parties = some(4) { $0.party() }
        state.answers = named { $0.value() }
        state.chosen = chance() { $0.named { $0.item() } }
        state.frames = some(4) { $0.frame() }
        state.flags = named { $0.some(3) { $0.pick(AnswerFlag.allCases) } }
        state.outcomes = some(4) { $0.outcome() }
        state.question = chance() { $0.question() }
        state.settled = some(5) { $0.count(100) }
        state.earlier = chance() { $0.some(3) { $0.earlier() } }
        state.startedAt = chance() { Int64($0.count(2_000_000_000_000)) }
        return state
    }

    /// The bytes with a few of them changed, taken out, put in or said twice.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...count(3) where !bytes.isEmpty {
            let at = count(bytes.count - 1)
            switch count(4) {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: count(255))
            case 1: bytes.remove(at: at)
            case 2: bytes[at] = pick(Array("{}[]\":,\\-0nte".utf8))
            case 3: bytes.insert(pick(Array("{}[]\":,\\-0nte".utf8)), at: at)
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 20)], at: at)
            }
        }
        return bytes
    }

    // MARK: Parts

    private mutating func party() -> Party {
        var party = Party(id: text(), locale: text(), role: chance() { $0.text() }, facilitates: chance() { $0.flip() })
        party.left = chance() { $0.flip() }
        return party
    }

    private mutating func value() -> Value {
        switch count(5) {
        case 0: .text(text())
        case 1: .number(pick([0, 7, -3, .max, -.max]))
        case 2: .flag(flip())
        case 3: .option(text())
        case 4: .day(CalendarDay.first.adding(days: count(3_000_000)))
        default: .items(items())
        }
    }

    private mutating func items() -> [Item] { some(3) { $0.item() } }

    private mutating func item() -> Item {
        var item = Item(number: count(60), text: text(), role: chance() { $0.text() })
        item.points = chance() { $0.count(9) }
        item.merged = chance() { $0.some(2) { $0.text() } }
        item.late = chance() { $0.flip() }
        item.fields = chance() { random in random.named { .text($0.text()) } }
        return item
    }

    private mutating func frame() -> DialogueState.Frame {
        switch count(2) {
        case 0:
            return .run(
                flow: text(),
                back: count(90),
                since: chance() { $0.count(90) },
                given: chance() { $0.some(3) { $0.text() } }
            )
        case 1: return .rounds(at: count(90), round: count(50), previous: chance() { $0.value() })
        default:
            let items = items() + [Item(number: 9, text: text())]
            return .each(at: count(90), round: 1 + count(items.count - 1), items: items, since: count(90))
        }
    }

    private mutating func earlier() -> Earlier {
        Earlier(dialogue: text(), kind: text(), text: text(), fields: named { $0.value() })
    }

    private mutating func outcome() -> Outcome {
        Outcome(
            number: count(90),
            kind: text(),
            text: text(),
            fields: named { $0.value() },
            flow: text(),
            turn: count(900)
        )
    }

    private mutating func question() -> DialogueState.Question {
        var question = DialogueState.Question(asked: count(900))
        question.given = some(3) { random in
            DialogueState.Given(
                party: random.text(),
                value: random.chance() { $0.value() },
                numbers: random.chance() { $0.some(4) { $0.count(9) - 4 } },
                flags: random.chance() { $0.some(2) { $0.pick(AnswerFlag.allCases) } }
            )
        }
        question.ready = some(2) { $0.text() }
        question.held = named { random in
            DialogueState.Held(
                text: random.text(),
                flags: random.some(2) { $0.pick(AnswerFlag.allCases) },
                asked: random.some(2) { $0.pick(AnswerFlag.allCases) }
            )
        }
        question.round = count(3)
        question.items = items()
        question.level = some(3) { $0.count(9) }
        question.warned = chance() { $0.flip() }
        question.closesAt = chance() { Int64($0.count(2_000_000_000_000)) }
        question.remindsAt = chance() { Int64($0.count(2_000_000_000_000)) }
        return question
    }

    private mutating func text() -> String { pick(RandomText.texts) }

    private mutating func named<Part>(_ make: (inout RandomState) -> Part) -> [String: Part] {
        let names = ["problem", "cause", "a/b", "Z", "whys", "0", "ñandú", "with \"marks\"\n", ""]
        return Dictionary(
            uniqueKeysWithValues: names.shuffled(using: &random).prefix(count(5)).map { ($0, make(&self)) }
        )
    }

    private mutating func some<Part>(_ most: Int, _ make: (inout RandomState) -> Part) -> [Part] {
        (0..<count(most)).map { _ in make(&self) }
    }

    private mutating func chance<Part>(_ make: (inout RandomState) -> Part) -> Part? { flip() ? make(&self) : nil }

    private mutating func pick<Part>(_ parts: [Part]) -> Part { parts[Int(random.next() % UInt64(parts.count))] }

    private mutating func flip() -> Bool { random.next() % 2 == 0 }

    /// From 0 to a number, both included.
    private mutating func count(_ most: Int) -> Int { Int(random.next() % UInt64(most + 1)) }
}
