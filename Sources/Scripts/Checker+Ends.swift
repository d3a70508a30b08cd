import Dialogue

/// Whether a flow comes to its end in every mode that it offers.
///
/// Every question ends: alone any answer settles it, and in a team whoever leads can close it, even where nobody has
/// answered. Votes go past an empty list, quorums past the people who are there. What is left is what asks nobody.
extension Checker {
    mutating func checkEnds(_ flow: FlowScript) {
        for mode in flow.modes {
            var walk = EndWalk(flows: flows, mode: mode)
            _ = walk.stretch(of: flow.steps, in: flow, given: [], depth: 0)
            guard let found = walk.found else { continue }
            // A repeat that asks nothing in any mode has been told already.
            if diagnostics.contains(where: { $0.code == "silent-repeat" && $0.position == found.at }) { return }
            let mistake =
                switch found.what {
                case .silent:
                    (
                        "En el modo «\(mode.rawValue)» la repetición «\(found.name)» no pregunta nada: da sus vueltas sin esperar a nadie.",
                        "Pónganle a la repetición «when: mode != \"\(mode.rawValue)\"», o un «ask» para ese modo."
                    )
                case .endless:
                    (
                        "En el modo «\(mode.rawValue)» «\(found.name)» puede dar demasiadas vueltas sin preguntar nada, y la conversación se corta.",
                        "Pónganle un «at-most» menor, o un «ask» adentro."
                    )
                case .deep:
                    (
                        "«\(found.name)» pasa de \(Limits.calls) flujos dentro de flujos, y la conversación se corta.",
                        "Quiten un «run» del camino."
                    )
                }
            report("cannot-end", found.file, found.at, mistake.0, mistake.1)
            return
        }
    }
}

/// How far a dialogue runs in one mode without waiting for anybody.
private struct EndWalk {
    enum What { case silent, endless, deep }

    /// Instructions in a row, at most.
    struct Stretch {
        /// From end to end, where nothing in it waits for sure.
        var through: Int? = 0
        /// Until it first waits, and after it last did.
        var head = 0
        var tail = 0
        /// Whether it may wait at all.
        var mayWait = false
    }

    let flows: [String: FlowScript]
    let mode: Mode
    var found: (what: What, name: String, file: String, at: Position)?

    mutating func stretch(of steps: [FlowScript.Step], in flow: FlowScript, given: Set<String>, depth: Int) -> Stretch {
        var all = Stretch()
        for step in steps {
            let isDone = step.when.map { holds($0.condition, isInside: depth > 0) } ?? true
            var one = Stretch(through: 1, head: 1, tail: 1)
            if isDone != false {
                one = stretch(of: step, in: flow, given: given, depth: depth)
                if isDone == nil { one.through = max(one.through ?? 0, 1) }
            }
            limit(all.tail + one.head, step, flow)
            all = Stretch(
                through: all.through.flatMap { before in one.through.map { before + $0 } },
                head: all.through.map { max(all.head, $0 + one.head) } ?? all.head,
                tail: one.through.map { max(one.tail, $0 + all.tail) } ?? one.tail,
                mayWait: all.mayWait || one.mayWait
            )
        }
        return all
    }

    private mutating func stretch(
        of step: FlowScript.Step,
        in flow: FlowScript,
        given: Set<String>,
        depth: Int
    ) -> Stretch {
        switch step.kind {
        case .ask(let ask, _, _):
            let mayPass = given.contains(ask.name) || ask.upTo != nil
            return Stretch(through: mayPass ? 3 : nil, head: 2, tail: 4, mayWait: !given.contains(ask.name))
        case .asks(.choose, _, _), .asks(.merge, _, _): return Stretch(through: 2, head: 2, tail: 2, mayWait: true)
        case .asks(let team, _, _):
            let isGiven = team.name.map(given.contains) ?? false
            return Stretch(through: isGiven ? 2 : nil, head: 1, tail: 2, mayWait: !isGiven)
        case .part(_, let inner), .form(_, let inner): return stretch(of: inner, in: flow, given: given, depth: depth)
        case .rounds(let loop, let inner):
            let body = stretch(of: inner, in: flow, given: given, depth: depth)
            if !body.mayWait, !inner.isEmpty { find(.silent, loop.name, step, flow) }
            return rounds(loop.atMost, of: body, step, flow)
        case .each(let each, let inner):
            let body = stretch(of: inner, in: flow, given: given, depth: depth)
            var all = rounds(each.most, of: body, step, flow)
            // An empty list has no rounds.
            all.through = max(all.through ?? 0, 1)
            return all
        case .run(let call):
            guard let other = flows[call.name] else { return Stretch(through: 1, head: 1, tail: 1) }
            guard depth < Limits.calls else {
                find(.deep, call.name, step, flow)
                return Stretch(through: 1, head: 1, tail: 1)
            }
            var all = stretch(of: other.steps, in: other, given: Set(call.with.keys), depth: depth + 1)
            all.through = all.through.map { $0 + 2 }
            return all
        default: return Stretch(through: 1, head: 1, tail: 1)
        }
    }

    private mutating func rounds(_ count: Int, of body: Stretch, _ step: FlowScript.Step, _ flow: FlowScript) -> Stretch
    {
        let through = body.through.map { min(count * ($0 + 1), Limits.instructionsPerTurn * 2) }
        limit((through ?? 0) + body.tail + body.head, step, flow)
        return Stretch(
            through: through,
            head: (through ?? 0) + body.head + 1,
            tail: (through ?? 0) + body.tail + 2,
            mayWait: body.mayWait
        )
    }

    private mutating func limit(_ count: Int, _ step: FlowScript.Step, _ flow: FlowScript) {
        if count > Limits.instructionsPerTurn { find(.endless, step.label, step, flow) }
    }

    /// Keeps the first mistake.
    private mutating func find(_ what: What, _ name: String, _ step: FlowScript.Step, _ flow: FlowScript) {
        if found == nil { found = (what, name, flow.file, step.at) }
    }

    // MARK: Conditions

    /// Whether a condition surely holds in the mode, or surely does not; `nil` where it depends on answers.
    private func holds(_ condition: Expression, isInside: Bool) -> Bool? {
        switch condition {
        case .not(let inner): return holds(inner, isInside: isInside).map { !$0 }
        case .and(let left, let right):
            let both = [holds(left, isInside: isInside), holds(right, isInside: isInside)]
            return both.contains(false) ? false : both.contains(nil) ? nil : true
        case .or(let left, let right):
            let both = [holds(left, isInside: isInside), holds(right, isInside: isInside)]
            return both.contains(true) ? true : both.contains(nil) ? nil : false
        case .name, .compare:
            let known = condition.names.allSatisfy { value($0, isInside: isInside) != nil }
            return known ? condition.holds(lookup: { value($0, isInside: isInside) }, count: { _ in 0 }) : nil
        case .literal, .count, .answered: return nil
        }
    }

    private func value(_ name: String, isInside: Bool) -> Value? {
        switch name {
        case "mode": .option(mode.rawValue)
        case "people": mode == .team ? nil : .number(1)
        case "inside": .flag(isInside)
        default: nil
        }
    }
}
