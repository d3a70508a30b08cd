import Dialogue

extension FlowGuide {
    /// Turns of people that an excerpt shows.
    private static let turns = 12

    /// How a conversation of a flow begins: one that comes to its end after some exchange; in a group if there is one,
    /// for it reads without other people's notices; and the plainest, which has the shortest name.
    func excerpt(of flow: FlowScript, in locale: String) -> (mode: Mode, lines: [String])? {
        func rank(_ file: String, _ text: String, _ mode: Int) -> (Int, Int, Int, String) {
            let isWhole = text.contains("\nrecorded: (finished)")
            let isTalk = lines(of: text).count { !$0.who.hasPrefix("bot") } >= 3
            return (isWhole && isTalk ? 0 : isWhole ? 1 : 2, mode, file.count, file)
        }
        let ranked = [Mode.group, .solo, .team].enumerated().flatMap { index, mode in
            (conversations[flow.id] ?? []).filter { $0.file.hasPrefix("\(flow.id).\(mode.rawValue).\(locale).") }
                .map { (mode: mode, text: $0.text, rank: rank($0.file, $0.text, index)) }
        }
        return ranked.min { $0.rank < $1.rank }.map {
            ($0.mode, quote(lines(of: $0.text), $0.mode, GuideWords(locale: locale)))
        }
    }

    /// What is said, by whom, up to the answer to the last turn that is shown.
    private func lines(of source: String) -> [(who: String, text: String)] {
        var lines: [(who: String, text: String)] = []
        let body = source.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.isEmpty }.dropFirst()
        for line in body {
            if line.hasPrefix("  ") {
                if !lines.isEmpty { lines[lines.count - 1].text += "\n" + line.dropFirst(2) }
            } else if line.isEmpty || line.hasPrefix("recorded:") {
                break
            } else if let colon = line.firstIndex(of: ":") {
                lines.append((String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " })))
            }
        }
        return lines
    }

    private func quote(_ lines: [(who: String, text: String)], _ mode: Mode, _ words: GuideWords) -> [String] {
        var quoted: [String] = []
        var turns = 0
        for (who, text) in lines {
            let isBot = who.hasPrefix("bot")
            if !isBot { turns += 1 }
            guard turns <= Self.turns else {
                quoted.append("…")
                break
            }
            if let event = words.event(who, text) {
                quoted.append("*\(event)*")
            } else if !who.hasPrefix("bot →") {
                quoted.append("**\(words.name(who, mode)):** " + paragraph(text).joined(separator: "\\\n> "))
            }
        }
        return [quoted.map { "> " + $0 }.joined(separator: "\n>\n")]
    }

    /// The lines of what is said; the options that end it stand in one, for they are short and many.
    private func paragraph(_ text: String) -> [String] {
        let lines = text.split(separator: "\n").map(String.init)
        let options = lines.suffix(while: { $0.first?.isNumber == true && $0.drop(while: \.isNumber).first == ")" })
        let rest = lines.dropLast(options.count).map(plain)
        return options.isEmpty ? rest : rest + [options.map(plain).joined(separator: " · ")]
    }
}

extension Array {
    /// The last elements, as long as they all satisfy a condition.
    fileprivate func suffix(while isWanted: (Element) -> Bool) -> ArraySlice<Element> {
        self[(lastIndex { !isWanted($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}

/// A line as it stands in Markdown: nothing of it is markup.
func plain(_ line: String) -> String {
    var result = ""
    var isStart = true
    for character in line {
        let opensList = isStart && result.last?.isNumber == true && (character == "." || character == ")")
        let opensBlock = result.isEmpty && "-+#>=~".contains(character)
        if opensList || opensBlock || "\\`*_[]<>|&".contains(character) { result += "\\" }
        result.append(character)
        if !character.isNumber { isStart = false }
    }
    return result
}
