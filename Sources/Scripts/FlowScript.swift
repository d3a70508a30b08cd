import Dialogue

/// A flow as its file says it, before it becomes a program.
struct FlowScript {
    var id: String
    var file: String
    var at: Position
    var modes: [Mode]
    var moment: String?
    var phase: String?
    var minutes: Int?
    var steps: [Step]

    /// One step of a flow.
    struct Step {
        var kind: Kind
        var when: (condition: Expression, at: Position)?
        var at: Position

        /// Its part of the name by which versions of a flow know the same step: `ask problem`.
        var label: String {
            switch kind {
            case .say(let prompt): "say \(prompt.name)"
            case .ask(let ask, _, _): "ask \(ask.name)"
            case .record(let record): "record \(record.kind)"
            case .rounds(let loop, _): "repeat \(loop.name)"
            case .run(let flow): "run \(flow.name)"
            }
        }
    }

    /// What a step does.
    enum Kind {
        case say(Name)
        case ask(Ask, record: String?, stopRepeat: (value: String, at: Position)?)
        case record(Record)
        case rounds(Repeat, [Step])
        case run(Name)
    }

    /// A name and where it stands.
    struct Name {
        var name: String
        var at: Position
    }
}
