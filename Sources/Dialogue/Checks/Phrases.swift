extension Checks {
    /// Phrases that lists are written in, found in the words of an answer.
    ///
    /// A list separates its phrases by commas or lines. A phrase is words and spaces. `a|b` is one or the other, `docente*` any word that begins so, `?muy` may be missing,
    /// and `~3` lets up to three words of the same clause pass. A phrase begins with a plain word or prefix.
    struct Phrases: Sendable {
        private enum Part: Sendable {
            case word(exact: [UInt64], prefixes: [String], optional: Bool)
            case gap(Int)
        }

        /// Phrases by their first word, and those that may begin in other ways by its first letters.
        private var byFirst: [UInt64: [[Part]]] = [:]
        private var byStart: [UInt64: [[Part]]] = [:]
        private let firsts: Codes
        private let starts: Codes

        init(_ phrases: String) {
            for phrase in phrases.split(whereSeparator: { $0 == "," || $0.isNewline }) {
                let parts = phrase.split(separator: " ").map(Self.part)
                guard let first = phrase.split(separator: " ").first, let choices = Self.choices(first) else {
                    continue
                }
                if case .word(let exact, let prefixes, optional: false) = parts[0], prefixes.isEmpty {
                    for code in Set(exact) { byFirst[code, default: []].append(parts) }
                } else {
                    for start in Set(choices.map { Checks.start(of: $0.utf8) }) {
                        byStart[start, default: []].append(parts)
                    }
                }
            }
            firsts = Codes(byFirst.keys)
            starts = Codes(byStart.keys)
        }

        /// The longest phrase that begins at a word.
        func match(at index: Int, in words: [Word]) -> Range<Int>? {
            guard words.indices.contains(index) else { return nil }
            var best = index
            if firsts.contains(words[index].code) {
                longest(of: byFirst[words[index].code] ?? [], at: index, in: words, &best)
            }
            if starts.contains(words[index].start) {
                longest(of: byStart[words[index].start] ?? [], at: index, in: words, &best)
            }
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
                    let isHere =
                        exact.contains(words[index].code) || prefixes.contains { words[index].key.hasPrefix($0) }
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
                exact: choices.filter { $0.last != "*" }.map { Checks.code($0.utf8) },
                prefixes: choices.filter { $0.last == "*" }.map { String($0.dropLast()) },
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
        private let prefixes: [UInt64: [String]]
        private let starts: Codes

        init(_ list: String) {
            let words = list.split(whereSeparator: \.isWhitespace)
            exact = Codes(words.filter { $0.last != "*" }.map { Checks.code($0.utf8) })
            let beginnings = words.filter { $0.last == "*" }.map { String($0.dropLast()) }
            prefixes = Dictionary(grouping: beginnings) { Checks.start(of: $0.utf8) }
            starts = Codes(prefixes.keys)
        }

        func contains(_ key: String) -> Bool { contains(key, Checks.code(key), Checks.start(of: key.utf8)) }

        func contains(_ word: Word) -> Bool { contains(word.key, word.code, word.start) }

        private func contains(_ key: String, _ code: UInt64, _ start: UInt64) -> Bool {
            if exact.contains(code) { return true }
            return starts.contains(start) && (prefixes[start]?.contains { key.hasPrefix($0) } ?? false)
        }
    }
}
