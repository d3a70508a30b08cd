import Dialogue

/// Reads a flow's steps as rows of a picture.
struct DiagramReader {
    let flow: FlowScript
    let phrases: Phrasebook
    let words: DiagramWords

    var title: String { phrases["\(flow.id)/title"]?.text.first ?? flow.id }
    var summary: String { phrases["\(flow.id)/summary"]?.text.first ?? "" }
    var rows: [DiagramRow] { rows(flow.steps) }

    /// How long it takes, when, and for whom.
    var facts: [String] {
        let modes = flow.modes.map { words.mode($0.rawValue) }.joined(separator: ", ")
        return [
            flow.minutes.map(words.minutes),
            flow.moment.map { words.say("momento: ", "moment: ") + words.moment($0) },
            flow.phase.map { words.say("fase: ", "phase: ") + words.phase($0) },
            modes,
        ].compactMap(\.self)
    }

    func hasConditions(_ rows: [DiagramRow]) -> Bool {
        rows.contains { $0.condition != nil || hasConditions($0.inner) }
    }

    /// The picture in words, for who listens to it.
    func description(of rows: [DiagramRow]) -> String {
        ([summary, facts.joined(separator: ", ") + "."] + lines(rows, "")).joined(separator: "\n")
    }

    private func lines(_ rows: [DiagramRow], _ prefix: String) -> [String] {
        rows.enumerated().flatMap { index, row in
            let number = "\(prefix)\(index + 1)."
            let head = [row.condition, row.label].compactMap(\.self).joined(separator: ", ")
            let said = [head, row.quote].compactMap(\.self).joined(separator: ": ")
            let rest = row.details + row.options + row.notes + [row.record].compactMap(\.self)
            return [(["\(number) \(said)"] + rest).joined(separator: "; ")] + lines(row.inner, number)
        }
    }

    private func rows(_ steps: [FlowScript.Step]) -> [DiagramRow] {
        steps.map { step in
            var row = row(step.kind)
            row.condition = step.when.map { words.say("si ", "if ") + condition($0.condition) }
            return row
        }
    }

    private func row(_ kind: FlowScript.Kind) -> DiagramRow {
        switch kind {
        case .say(let name, let toLead):
            var row = row("say", nil, quote: name.name)
            if toLead { row.details = [words.say("solo a quien conduce", "only to whoever leads")] }
            return row
        case .record(let record):
            var row = row("record", nil)
            row.label = words.record(outcome(record.kind))
            row.details = details(of: record)
            return row
        case .run(let name):
            var row = row("run", nil)
            row.quote = phrases["\(name.name)/title"]?.text.first ?? name.name
            if !name.with.isEmpty { row.details = [words.given(name.with)] }
            return row
        case .form(let name, let steps):
            var row = row("form", name.name)
            row.record = words.record(outcome(name.name))
            row.inner = rows(steps)
            return row
        case .part(let name, let steps):
            var row = row("part", name.name)
            row.inner = rows(steps)
            return row
        case .rounds(let loop, let steps):
            var row = row("repeat", loop.name)
            row.label = words.times(loop.atLeast, loop.atMost)
            row.comesAgain = loop.atMost > 1
            row.inner = rows(steps)
            return row
        case .each(let each, let steps):
            var row = row("for-each", each.name)
            row.label = [each.ids.map(words.each) ?? words.each(each.list), each.atMost.map(words.atMost)].compactMap(
                \.self
            ).joined(
                separator: ", "
            )
            row.comesAgain = true
            row.inner = rows(steps)
            return row
        case .adds(let add):
            var row = row("add", nil)
            row.details = [words.adds(add.name, to: add.list)]
            return row
        case .ask(let ask, let record, let stop):
            var row = row("ask", ask.name, quote: ask.prompt)
            row.details = details(of: ask)
            row.options = options(of: ask).map { label(of: $0, at: ask) }
            row.notes = stop.map { [words.stop(label(of: $0.value, at: ask))] } ?? []
            row.record = record.map { words.record(outcome($0.kind)) }
            return row
        case .looksUp(let lookup): return row(of: lookup)
        case .asks(let team, let kind, let record):
            var given: [String: String] = [:]
            if case .wait(let wait) = team { given["minutes"] = wait.minutes.map(String.init) }
            var row = row(kind, kind == "wait" ? nil : team.name, quote: team.prompt, given)
            row.details = details(of: team, kind)
            if case .gather(let gather) = team {
                let labels = phrases["\(flow.id)/\(gather.prompt)"]?.options ?? [:]
                row.options = (gather.options ?? []).map { labels[$0] ?? $0 }
            }
            if case .rate(let rate) = team {
                let statements = phrases["\(flow.id)/\(rate.prompt)"]?.options ?? [:]
                row.options = rate.items.map { statements[$0] ?? $0 }
            }
            row.record = record.map { words.record(outcome($0.kind)) }
            return row
        }
    }

    func row(
        _ kind: String,
        _ name: String?,
        quote prompt: String? = nil,
        _ given: [String: String] = [:]
    ) -> DiagramRow {
        let text = prompt.flatMap { phrases["\(flow.id)/\($0)"]?.text.first ?? $0 }
        let filled = text.map { fill($0) { name in given[name] ?? "‹\(words.builtIn(name) ?? name)›" } }
        return DiagramRow(kind: kind, label: words.label(kind), name: name, quote: filled.map(words.quote))
    }

    // MARK: How it is answered

    private func details(of record: Record) -> [String] {
        let count = record.fields.count + (record.marks?.count ?? 0)
        return count == 0 ? [] : [words.with(count)]
    }

    private func details(of ask: Ask) -> [String] {
        let answer: String? =
            switch ask.answer {
            case .text: words.say("con sus palabras", "in their own words")
            case .date: words.say("una fecha", "a date")
            case .number(let from, _) where ask.upTo != nil: words.upTo(from, ask.upTo ?? "")
            case .number(let from, let to): words.say("un número ", "a number ") + words.range(from, to)
            case .oneOf, .yesNo: nil
            }
        return [
            answer,
            ask.optional ? words.say("se puede saltar", "can be skipped") : nil,
            ask.aloud ? words.say("responde quien conduce", "whoever leads answers") : nil,
        ].compactMap(\.self)
    }

    private func details(of team: FlowScript.TeamStep, _ kind: String) -> [String] {
        switch team {
        case .gather(let gather) where gather.options != nil:
            return [words.say("se ve solo cuántas personas", "only how many is seen")]
        case .gather(let gather) where kind == "gather":
            let seen =
                switch gather.visibility {
                case .anonymous: words.say("sin autor", "unsigned")
                case .signed: words.say("con el cargo", "with the role")
                case .hidden: words.say("lo ve quien facilita", "only the facilitator sees it")
                }
            let most =
                gather.perPerson > 1
                ? words.say("hasta \(gather.perPerson) ideas cada quien", "up to \(gather.perPerson) ideas each") : nil
            return [words.say("en silencio", "in silence"), most, seen, gather.minutes.map(words.minutes)].compactMap(
                \.self
            )
        case .gather: return [words.say("la escribe quien conduce", "whoever leads writes it")]
        case .merge: return [words.say("confirma quien conduce", "whoever leads confirms")]
        case .choose(let choose):
            let method =
                switch choose.method {
                case .dots:
                    choose.dots.map { words.say("con \($0) puntos", "with \($0) dots") }
                        ?? words.say("con puntos", "with dots")
                case .rank: words.say("en orden de preferencia", "in order of preference")
                case .single: words.say("un voto cada quien", "one vote each")
                }
            let kept = choose.keep > 1 ? words.say("quedan \(choose.keep)", "\(choose.keep) are kept") : nil
            return [method, kept].compactMap(\.self)
        case .agree:
            return [
                words.range(0, 5),
                words.say("con menos de 3 se escucha y se vota otra vez", "below 3 is heard, then once more"),
            ]
        case .rate(let rate): return [words.range(rate.from, rate.to)]
        case .wait(let wait):
            return [
                wait.minutes.map(words.minutes)
                    ?? words.say("hasta que quien conduce siga", "until whoever leads goes on")
            ]
        }
    }

    private func options(of ask: Ask) -> [String] {
        switch ask.answer {
        case .oneOf(let ids): ids
        case .yesNo: ["yes", "no"]
        case .text, .number, .date: []
        }
    }

    func label(of option: String, at ask: Ask) -> String {
        let own = phrases["\(flow.id)/\(ask.prompt)"]?.options[option]
        switch (ask.answer, option) {
        case (.yesNo, "yes"): return own ?? words.say("Sí", "Yes")
        case (.yesNo, "no"): return own ?? words.say("No", "No")
        default: return own ?? option
        }
    }

    func outcome(_ kind: String) -> String {
        phrases["engine/outcome-kinds"]?.options[kind]?.lowercased() ?? kind
    }
}
