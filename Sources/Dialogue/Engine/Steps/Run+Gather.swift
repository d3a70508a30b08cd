/// Silent contributions: hidden until all are in, then shuffled and revealed at once.
extension Run {
    mutating func question(_ gather: Gather, to party: Party) {
        if let ask = asking(gather) { return question(ask, of: gather, to: party) }
        var lines = [words(gather.prompt, in: party.locale)]
        if isShared, !gather.aloud {
            let name =
                gather.visibility == .signed && party.role == nil
                ? "engine/visible-anonymous" : "engine/visible-\(gather.visibility.rawValue)"
            lines.append(words(name, in: party.locale))
        }
        if mostOf(gather) > 1 {
            lines.append(words("engine/several-answers", in: party.locale, ["count": .number(mostOf(gather))]))
        }
        effects.append(
            .say(Message(to: party.id, text: lines.joined(separator: "\n"), choices: [], prompt: gather.prompt))
        )
    }

    /// Contributions of one party, at most: who is alone, or has already talked around one screen, gives one, or a list
    /// where the flow says so. Around one screen there are about three.
    func mostOf(_ gather: Gather) -> Int {
        if gather.options != nil { return 1 }
        if isShared, !gather.aloud, state.question?.round == 1 { return gather.perPerson + 1 }
        if gather.aloud || isShared { return gather.perPerson }
        guard gather.listsAlone == true else { return 1 }
        return min(gather.perPerson * (state.mode == .group ? 3 : 1), Limits.listLines)
    }

    /// Asks for more, once, where fewer came than the flow hopes for.
    mutating func asksForMore() -> Bool {
        guard case .gather(let gather) = operation, let least = gather.atLeast, gather.options == nil,
            state.question?.round == 0, !given.isEmpty, given.count < least, isShared || mostOf(gather) > 1
        else { return false }
        state.question?.round = 1
        state.question?.ready = []
        let names: [String: Value] = ["count": .number(given.count), "least": .number(least)]
        if isShared, gather.aloud, let lead {
            tell(lead, "engine/one-more", names)
        } else {
            tellAll("engine/one-more", names)
        }
        return true
    }

    mutating func answer(_ said: String, to gather: Gather, from party: Party) {
        let own = given.count { $0.party == party.id }
        let isLastCall = state.question?.round == 1
        if isDone(said) || isLastCall && isNoMore(said) {
            guard own > 0 || isLastCall else { return misunderstood(party, "engine/words-please") }
            state.question?.ready.append(party.id)
            if isShared, !gather.aloud { return noted(party) }
            return asksForMore() ? () : close()
        }
        guard said.says, !(isLastCall && ["si", "yes"].contains(folded(said))) else {
            return misunderstood(party, "engine/words-please")
        }
        let most = mostOf(gather)
        let lines = most == 1 ? [said] : said.split(separator: "\n").map(String.init).filter(\.says)
        let isKeeping = state.question?.held[party.id] != nil && Command(text: said) == .keep
        guard own + (isKeeping ? 0 : lines.count) <= most else {
            return tell(party, "engine/enough-answers", ["count": .number(most)])
        }
        let texts = lines.count > 1 ? lines.map(unnumbered) : [said]
        for (index, text) in texts.enumerated() {
            guard let passed = examine(text, from: party, checks: gather.checks, role: gather.role) else {
                return keepUnasked(texts.dropFirst(index + 1), gather, party)
            }
            for line in isKeeping && most > 1 ? passed.text.split(separator: "\n").map(String.init) : [passed.text] {
                append(party, .text(line), flags: passed.flags)
            }
        }
        let count = given.count { $0.party == party.id }
        if isShared, !gather.aloud {
            noted(party)
        } else if count >= mostOf(gather) {
            close()
        } else {
            tell(party, "engine/kept-one", ["count": .number(count)])
        }
    }

    /// What came after a line about which the bot asks back: kept as it is, except for personal data, which wait with it.
    private mutating func keepUnasked(_ texts: ArraySlice<String>, _ gather: Gather, _ party: Party) {
        for text in texts {
            let flags = flags(in: text, checks: gather.checks, role: gather.role)
            if flags.contains(.personalData) {
                state.question?.held[party.id]?.text += "\n" + text
                state.question?.held[party.id]?.flags.append(.personalData)
            } else {
                append(party, .text(text), flags: flags)
            }
        }
    }

    mutating func close(_ gather: Gather) {
        if let ask = asking(gather) { return close(ask, of: gather) }
        guard let question = state.question else { return }
        var entries = question.given.compactMap { given -> (text: String, party: String)? in
            if case .text(let text) = given.value { (text, given.party) } else { nil }
        }
        if isShared, gather.visibility != .signed, !gather.aloud {
            let order = shuffled(entries.map(\.text))
            entries = order.map { ($0, "") }
        }
        let items = entries.enumerated().map { index, entry in
            let role = gather.visibility == .signed ? state.parties.first { $0.id == entry.party }?.role : nil
            return Item(number: index + 1, text: entry.text, role: role)
        }
        if isShared, items.isEmpty {
            tellAll("engine/nobody-wrote")
        } else if isShared {
            for party in present {
                if gather.visibility == .hidden, party.facilitates != true {
                    tell(party, "engine/received", ["count": .number(items.count)])
                } else {
                    tell(party, "engine/revealed", ["count": .number(items.count), "items": .text(list(items))])
                }
            }
        }
        let flags = question.given.flatMap { $0.flags ?? [] }
        settle(gather.name, .items(items), flags: flags)
    }

    /// Contributions one below the other, with the role where they are signed.
    func list(_ items: [Item]) -> String {
        items.map { item in
            let merged = (item.merged ?? []).map { "\n   + \($0)" }.joined()
            return "\(item.number). \(item.text)" + (item.role.map { " (\($0))" } ?? "") + merged
        }.joined(separator: "\n")
    }

    /// Whether somebody says that they are done.
    func isDone(_ said: String) -> Bool {
        let words: Set<String> = [
            "listo", "lista", "listos", "listas", "ya listo", "estamos listos", "eso es todo", "nada mas", "terminamos",
            "done",
            "ready", "that is all", "thats all",
        ]
        return words.contains(folded(said))
    }

    /// Whether somebody answers that there is no other. A longer sentence may begin with "no" and be one more.
    private func isNoMore(_ said: String) -> Bool {
        let words: Set<String> = [
            "no", "no gracias", "no hay", "no hay mas", "no hay otra", "no hay otras", "ninguna", "ninguna mas", "nada",
            "solo esa", "solo esas", "eso no mas", "no more", "no others", "none", "that is it", "thats it", "nothing",
        ]
        return words.contains(folded(said))
    }

    /// An order that depends on the words and the turn only: neither on who wrote them nor on when.
    func shuffled(_ texts: [String]) -> [String] {
        func key(_ text: String) -> UInt64 {
            var hash: UInt64 = 14_695_981_039_346_656_037
            for byte in "\(state.turn)|\(text)".utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            return hash
        }
        return texts.sorted { (key($0), $0) < (key($1), $1) }
    }

    private func unnumbered(_ line: String) -> String {
        let rest = line.drop { $0.isWhitespace || $0.isNumber || "-•*.)".contains($0) }
        return rest.isEmpty ? line : String(rest)
    }
}
