extension Checks {
    /// Phrases that lists are written in, found in the words of an answer.
    ///
    /// A list separates its phrases by commas or lines. A phrase is words and spaces. `a|b` is one or the other, `docente*` any word that begins so, `?muy` may be missing,
    /// and `~3` lets up to three words of the same clause pass. A phrase begins with a plain word or prefix.
    struct Phrases: Sendable {
        private enum Part: Sendable {
            case word(exact: [UInt64], prefixes: [Key], optional: Bool)
            case gap(Int)
        }

        /// Phrases by their first word, and those that may begin in other ways by its first letters.
        private let byFirst: CodeTable<[[Part]]>
        private let byStart: CodeTable<[[Part]]>
        private let starts: Starts

        init(_ phrases: String) {
            var byFirst: [UInt64: [[Part]]] = [:]
            var byStart: [UInt64: [[Part]]] = [:]
            var starts: Set<UInt64> = []
            for phrase in phrases.split(whereSeparator: { $0 == "," || $0.isNewline }) {
                let parts = phrase.split(separator: " ").map(Self.part)
                guard let first = phrase.split(separator: " ").first, let choices = Self.choices(first) else {
                    continue
                }
                starts.formUnion(choices.map { Key($0.utf8).start })
                if case .word(let exact, let prefixes, optional: false) = parts[0], prefixes.isEmpty {
                    for code in Set(exact) { byFirst[code, default: []].append(parts) }
                } else {
                    for start in Set(choices.map { Key($0.utf8).start }) {
                        byStart[start, default: []].append(parts)
                    }
                }
            }
            self.byFirst = CodeTable(byFirst)
            self.byStart = CodeTable(byStart)
            self.starts = Starts(starts)
        }

        /// The longest phrase that begins at a word.
        func match(at index: Int, in words: [Word]) -> Range<Int>? {
            guard words.indices.contains(index), starts.mayContain(words[index].key.start) else { return nil }
            var best = index
            if let phrases = byFirst[words[index].key.code] { longest(of: phrases, at: index, in: words, &best) }
            if let phrases = byStart[words[index].key.start] { longest(of: phrases, at: index, in: words, &best) }
            return best > index ? index..<best : nil
        }

        private func longest(of phrases: [[Part]], at index: Int, in words: [Word], _ best: inout Int) {
            for phrase in phrases {
                if let end = Self.end(of: phrase, from: 0, at: index, first: index, in: words) { best = max(best, end) }
            }
        }

        /// Every place where a phrase stands, left to right, without overlaps.
        func matches(in words: [Word]) -> [Range<Int>] {
            var found: [Range<Int>] = []
            var index = 0
            while index < words.count {
                if let range = match(at: index, in: words) {
                    found.append(range)
                    index = range.upperBound
                } else {
                    index += 1
                }
            }
            return found
        }

        /// Where a phrase ends whose parts from `next` on begin at a word.
        private static func end(of parts: [Part], from next: Int, at index: Int, first: Int, in words: [Word]) -> Int? {
            guard next < parts.count else { return index }
            switch parts[next] {
            case .word(let exact, let prefixes, let optional):
                if index < words.count, index == first || words[index].before < .semicolon {
                    let key = words[index].key
                    let isHere = exact.contains(key.code) || prefixes.contains { key.hasPrefix($0) }
                    if isHere, let end = end(of: parts, from: next + 1, at: index + 1, first: first, in: words) {
                        return end
                    }
                }
                return optional ? end(of: parts, from: next + 1, at: index, first: first, in: words) : nil
            case .gap(let most):
                for skipped in 0...most {
                    if let end = end(of: parts, from: next + 1, at: index + skipped, first: first, in: words) {
                        return end
                    }
                    guard index + skipped < words.count, words[index + skipped].before == .none else { return nil }
                }
                return nil
            }
        }

        private static func part(_ text: Substring) -> Part {
            guard let choices = choices(text) else { return .gap(Int(text.dropFirst()) ?? 1) }
            return .word(
                exact: choices.filter { $0.last != "*" }.map { Key($0.utf8).code },
                prefixes: choices.filter { $0.last == "*" }.map { Key($0.dropLast().utf8) },
                optional: text.first == "?"
            )
        }

        /// The words or prefixes of which one must stand there; `nil` for a gap.
        private static func choices(_ text: Substring) -> [Substring]? {
            text.first == "~" ? nil : (text.first == "?" ? text.dropFirst() : text).split(separator: "|")
        }
    }

    /// A set of words written as one string, where `docente*` stands for every word that begins so.
    struct WordSet: Sendable {
        private let exact: Codes
        private let prefixes: CodeTable<[Key]>
        private let starts: Starts

        init(_ list: String) {
            let words = list.split(whereSeparator: \.isWhitespace)
            exact = Codes(words.filter { $0.last != "*" }.map { Key($0.utf8).code })
            let beginnings = words.filter { $0.last == "*" }.map { Key($0.dropLast().utf8) }
            prefixes = CodeTable(Dictionary(grouping: beginnings, by: \.start))
            starts = Starts(words.map { Key($0.utf8).start })
        }

        func contains(_ key: Key) -> Bool {
            guard starts.mayContain(key.start) else { return false }
            return exact.contains(key.code) || prefixes[key.start]?.contains { key.hasPrefix($0) } ?? false
        }

        func contains(_ word: Word) -> Bool { contains(word.key) }
    }
}
