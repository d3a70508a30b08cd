import Dialogue

/// A flow as its file says it, before it becomes a program.
struct FlowScript: Sendable {
    var id: String
    var file: String
    var at: Position
    var modes: [Mode]
    var moment: String?
    var phase: String?
    var minutes: Int?
    var isOffered: Bool
    var steps: [Step]

    /// One step of a flow.
    struct Step: Sendable {
        var kind: Kind
        var when: (condition: Expression, at: Position)?
        var at: Position

        /// Its part of the name by which versions of a flow know the same step: `ask problem`.
        var label: String {
            switch kind {
            case .say(let prompt, _): "say \(prompt.name)"
            case .ask(let ask, _, _): "ask \(ask.name)"
            case .record(let record): "record \(record.kind)"
            case .part(let name, _): "part \(name.name)"
            case .rounds(let loop, _): "repeat \(loop.name)"
            case .each(let each, _): "for-each \(each.name)"
            case .adds(let add): "add \(add.name) \(add.list)"
            case .run(let flow): "run \(flow.name)"
            case .form(let name, _): "form \(name.name)"
            case .asks(let operation, let kind, _): "\(kind) \(operation.name ?? "")"
            case .looksUp(let lookup): "\(lookup.kind) \(lookup.name)"
            }
        }
    }

    /// What a step does.
    enum Kind: Sendable {
        case say(Name, toLead: Bool)
        case ask(Ask, record: Record?, stopRepeat: (value: String, at: Position)?)
        case record(Record)
        /// Steps under one name and one condition.
        case part(Name, [Step])
        case rounds(Repeat, [Step])
        case each(Each, [Step])
        case adds(Add)
        case run(Call)
        /// Questions that belong together, written as one outcome.
        case form(Name, [Step])
        /// A question for a team: the operation, the word it has in the file, and what to record.
        case asks(TeamStep, kind: String, record: Record?)
        /// Something that is looked up, and asks nothing.
        case looksUp(Lookup)
    }

    /// A step that a team takes together.
    enum TeamStep: Sendable {
        case gather(Gather)
        case merge(Merge)
        case choose(Choose)
        case agree(Agree)
        case rate(Rate)
        case wait(Wait)

        /// The name under which its answer is kept.
        var name: String? {
            switch self {
            case .gather(let gather): gather.name
            case .merge(let merge): merge.name
            case .choose(let choose): choose.name
            case .agree(let agree): agree.name
            case .rate(let rate): rate.name
            case .wait(let wait): wait.prompt
            }
        }

        /// What it says, `nil` where the engine has the words.
        var prompt: String? {
            switch self {
            case .gather(let gather): gather.prompt
            case .choose(let choose): choose.prompt
            case .agree(let agree): agree.prompt
            case .rate(let rate): rate.prompt
            case .wait(let wait): wait.prompt
            case .merge: nil
            }
        }

        /// The same step with its prompt in the words of a flow.
        func operation(in flow: String) -> Operation {
            switch self {
            case .gather(var gather):
                gather.prompt = "\(flow)/\(gather.prompt)"
                return .gather(gather)
            case .choose(var choose):
                choose.prompt = "\(flow)/\(choose.prompt)"
                return .choose(choose)
            case .agree(var agree):
                agree.prompt = "\(flow)/\(agree.prompt)"
                return .agree(agree)
            case .rate(var rate):
                rate.prompt = "\(flow)/\(rate.prompt)"
                return .rate(rate)
            case .wait(var wait):
                wait.prompt = "\(flow)/\(wait.prompt)"
                return .wait(wait)
            case .merge(let merge):
                return .merge(merge)
            }
        }
    }

    /// A flow that another runs, and the names that it is given.
    struct Call: Sendable {
        var name: String
        var at: Position
        /// Names of that flow, each with the name whose value it takes.
        var with: [String: String]
    }

    /// A name and where it stands.
    struct Name: Sendable {
        var name: String
        var at: Position
    }
}

extension FlowScript {
    /// The names of the questions among some steps, and in the parts among them.
    static func asked(in steps: [Step]) -> [String] {
        steps.flatMap { step -> [String] in
            if case .part(_, let inner) = step.kind { return asked(in: inner) }
            return [step.kind.askedName].compactMap(\.self)
        }
    }
}

extension FlowScript.Kind {
    /// The name of the question, where it is one.
    var askedName: String? {
        switch self {
        case .ask(let ask, _, _): ask.name
        case .asks(let team, _, _): team.name
        case .say, .record, .part, .rounds, .each, .adds, .run, .form, .looksUp: nil
        }
    }
}
