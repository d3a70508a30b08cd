extension PersonalData {
    /// Digits in groups with their separators: "+56 9 1234 5678", "12.345.678-5".
    struct NumberRun {
        struct Group {
            var range: Range<Int>
            var digits: [UInt32]
            /// What stands between this group and the one before it.
            var separator: [Unicode.Scalar]
        }

        var groups: [Group] = []
        var range: Range<Int> { (groups.first?.range.lowerBound ?? 0)..<(groups.last?.range.upperBound ?? 0) }
    }

    /// The runs of digit groups that are at most two separators apart.
    static func numberRuns(in scalars: [Unicode.Scalar]) -> [NumberRun] {
        var runs: [NumberRun] = []
        var run = NumberRun()
        var index = 0
        while index < scalars.count {
            guard digit(scalars[index]) != nil else {
                index += 1
                continue
            }
            let start = index
            var digits: [UInt32] = []
            while index < scalars.count, let value = digit(scalars[index]) {
                digits.append(value)
                index += 1
            }
            let gap = run.groups.last.map { scalars[$0.range.upperBound..<start] } ?? []
            if run.groups.isEmpty || gap.count > 2 || !gap.allSatisfy(isSeparator) {
                if !run.groups.isEmpty { runs.append(run) }
                run = NumberRun()
            }
            run.groups.append(
                .init(range: start..<index, digits: digits, separator: run.groups.isEmpty ? [] : Array(gap))
            )
        }
        if !run.groups.isEmpty { runs.append(run) }
        return runs
    }

    static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        ("0"..."9").contains(scalar) ? scalar.value - 48 : nil
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        [" ", "\u{A0}", "-", "‐", "–", "−", ".", "(", ")"].contains(scalar)
    }

    static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { ["-", "‐", "–", "−"].contains(scalar) }

    /// The check digit of a RUT, by modulo 11; 10 stands for K.
    static func rutCheck(_ body: some Sequence<UInt32>) -> UInt32 {
        var sum: UInt32 = 0
        var factor: UInt32 = 2
        for digit in Array(body).reversed() {
            sum &+= digit &* factor
            factor = factor == 7 ? 2 : factor + 1
        }
        return (11 - sum % 11) % 11
    }
}

extension PersonalData.NumberRun {
    func personalData(in scalars: [Unicode.Scalar]) -> [PersonalData.Span] {
        var spans: [PersonalData.Span] = []
        var index = 0
        while index < groups.count {
            if let (range, next) = rut(at: index, in: scalars) {
                spans.append(.init(kind: .rut, range: range))
                index = next
            } else if let (range, next) = phone(at: index, in: scalars) {
                spans.append(.init(kind: .phone, range: range))
                index = next
            } else {
                index += 1
            }
        }
        return spans
    }

    // MARK: RUT

    private func rut(at index: Int, in scalars: [Unicode.Scalar]) -> (Range<Int>, Int)? {
        let start = groups[index].range.lowerBound
        guard start == 0 || !scalars[start - 1].properties.isAlphabetic else { return nil }
        var body = groups[index].digits
        var last = index
        // Points or spaces after the millions and the thousands: 12.345.678.
        if body.count <= 2, index + 2 < groups.count, groups[index + 1].digits.count == 3,
            [3, 4].contains(groups[index + 2].digits.count),
            groups[index + 1].separator == groups[index + 2].separator,
            [["."], [" "]].contains(groups[index + 1].separator)
        {
            body += groups[index + 1].digits + groups[index + 2].digits
            last = index + 2
        }
        guard (7...9).contains(body.count) else { return nil }
        let end = groups[last].range.upperBound
        let isMarked = hasWord(before: start, ["rut", "run", "r.u.t", "cedula", "cédula", "carnet"], in: scalars)
        // With a hyphen: the digit in the next group, or a K.
        if (7...8).contains(body.count), end < scalars.count, PersonalData.isHyphen(scalars[end]),
            end + 1 < scalars.count
        {
            if isK(scalars[end + 1]), ends(at: end + 2, scalars), PersonalData.rutCheck(body) == 10 {
                return (start..<end + 2, last + 1)
            }
            if last + 1 < groups.count, groups[last + 1].separator.count == 1, groups[last + 1].digits.count == 1,
                let check = groups[last + 1].digits.first, PersonalData.rutCheck(body) == check
            {
                return (start..<groups[last + 1].range.upperBound, last + 2)
            }
        }
        if (7...8).contains(body.count), end < scalars.count, isK(scalars[end]), ends(at: end + 1, scalars),
            PersonalData.rutCheck(body) == 10
        {
            return (start..<end + 1, last + 1)
        }
        // In one piece, the last digit is the check digit.
        if (8...9).contains(body.count), let check = body.last, PersonalData.rutCheck(body.dropLast()) == check,
            ends(at: end, scalars)
        {
            let isMobile = body.count == 9 && body.first == 9
            if isMarked || (!isMobile && !isDate(body) && last == index) { return (start..<end, last + 1) }
        }
        return isMarked && (7...8).contains(body.count) ? (start..<end, last + 1) : nil
    }

    private func isK(_ scalar: Unicode.Scalar) -> Bool { scalar == "k" || scalar == "K" }

    private func ends(at index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        index >= scalars.count || !(scalars[index].properties.isAlphabetic || PersonalData.digit(scalars[index]) != nil)
    }

    /// 20260315, 15032026, 20252026.
    private func isDate(_ digits: [UInt32]) -> Bool {
        guard digits.count == 8 else { return false }
        return [digits.prefix(2), digits.dropFirst(4).prefix(2)].contains {
            $0.elementsEqual([1, 9]) || $0.elementsEqual([2, 0])
        }
    }

    // MARK: Telephones

    /// Chilean numbers, and any with a plus sign. The longest that begins at a group.
    private func phone(at index: Int, in scalars: [Unicode.Scalar]) -> (Range<Int>, Int)? {
        let start = groups[index].range.lowerBound
        let before = start > 0 ? scalars[start - 1] : " "
        guard !before.properties.isAlphabetic, before != "$",
            groups[index..<min(groups.count, index + 6)].reduce(0, { $0 + $1.digits.count }) >= 7
        else { return nil }
        let isMarked = hasWord(before: start, Self.phoneWords, in: scalars)
        var best: (Range<Int>, Int)?
        var digits: [UInt32] = []
        var shape: [Int] = []
        for next in index..<min(groups.count, index + 6) {
            if next > index, groups[next].separator.contains(where: { $0 == "." }), !isMarked { break }
            digits += groups[next].digits
            shape.append(groups[next].digits.count)
            guard digits.count <= 15 else { break }
            let isOpen = next + 1 < groups.count && groups[next + 1].separator.first.map(PersonalData.isHyphen) ?? false
            if !isOpen,
                isPhone(digits, shape: shape, hasPlus: before == "+", hasParenthesis: before == "(", isMarked: isMarked)
            {
                let from = before == "+" || before == "(" ? start - 1 : start
                best = (from..<groups[next].range.upperBound, next + 1)
            }
        }
        return best
    }

    private func isPhone(_ digits: [UInt32], shape: [Int], hasPlus: Bool, hasParenthesis: Bool, isMarked: Bool) -> Bool
    {
        if hasPlus { return (10...15).contains(digits.count) }
        var local = digits[...]
        if digits.count == 11, digits.starts(with: [5, 6]) { local = digits.dropFirst(2) }
        if digits.count == 10, digits.first == 0 { local = digits.dropFirst() }
        guard local.count == 9, let first = local.first else {
            return (isMarked && (7...9).contains(digits.count)) || (hasParenthesis && digits.count == 9)
        }
        if isMarked { return true }
        if first == 9 {
            return local.count < digits.count
                || [[9], [1, 8], [1, 4, 4], [5, 4], [2, 8], [1, 2, 2, 2, 2]].contains(shape)
        }
        guard (2...7).contains(first) else { return false }
        return hasParenthesis || local.count < digits.count || shape == [2, 3, 4] || shape == [2, 7]
            || (first == 2 && [[1, 4, 4], [1, 8], [2, 4, 3]].contains(shape))
    }

    private static let phoneWords = [
        "fono", "telefono", "teléfono", "tel", "cel", "celular", "whatsapp", "wsp", "wasap", "llamar al", "numero",
        "número", "contacto",
    ]

    /// Whether one of the words stands just before a position, up to four signs away.
    private func hasWord(before start: Int, _ words: [String], in scalars: [Unicode.Scalar]) -> Bool {
        var end = start
        while end > 0, start - end < 4, !scalars[end - 1].properties.isAlphabetic,
            PersonalData.digit(scalars[end - 1]) == nil
        { end -= 1 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[max(0, end - 10)..<end])
        let before = String(text).lowercased()
        return words.contains { word in
            guard before.hasSuffix(word) else { return false }
            return before.dropLast(word.count).last.map { !$0.isLetter } ?? true
        }
    }
}
