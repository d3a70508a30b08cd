/// A message about a day as bare tokens: folded words, digits, and "/" for whatever separates a date's parts.
enum DateTokens {
    /// The tokens without times of day, courtesies and the small words that say nothing; numbers in digits.
    static func read(_ text: String) -> [String] {
        var tokens = split(folded(text))
        tokens = withoutTimeOfDay(tokens)
        tokens = joined(tokens)
        tokens = withoutNoise(tokens)
        while tokens.first == "/" {
            tokens.removeFirst()
        }
        while tokens.last == "/" {
            tokens.removeLast()
        }
        return inDigits(tokens)
    }

    /// Letters apart from digits, so that "15mar" and "15th" are two tokens.
    private static func split(_ key: String) -> [String] {
        var tokens: [String] = []
        var token = String.UnicodeScalarView()
        func flush() {
            if !token.isEmpty {
                tokens.append(String(token))
                token = String.UnicodeScalarView()
            }
        }
        func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
        for scalar in key.unicodeScalars {
            if isDigit(scalar) || scalar.properties.isAlphabetic {
                if let last = token.last, isDigit(last) != isDigit(scalar) {
                    flush()
                }
                token.append(scalar)
            } else {
                flush()
                if ["/", "-", ".", "–", "—"].contains(scalar) {
                    tokens.append("/")
                } else if !scalar.properties.isWhitespace, !",()\"".unicodeScalars.contains(scalar),
                    scalar.properties.generalCategory != .otherSymbol
                {
                    tokens.append(String(scalar))
                }
            }
        }
        flush()
        return tokens
    }

    /// "a las 10:30" and everything after it; "15:00 hrs", "9 am", "en la mañana", "in the evening".
    private static func withoutTimeOfDay(_ tokens: [String]) -> [String] {
        var kept: [String] = []
        var index = 0
        while index < tokens.count {
            let three = tokens[index...].prefix(3).joined(separator: " ")
            if three.hasPrefix("a las ") || (tokens[index] == "at" && !kept.isEmpty) {
                break
            }
            let isNumber = NumberWords.digits(tokens[index]) != nil
            let isClock = isNumber && tokens[index...].dropFirst().first == ":"
            let unit = index + (isClock ? 3 : 1)
            if isNumber, unit < tokens.count, hourWords.contains(tokens[unit]) {
                index = unit + 1
            } else if isClock, unit <= tokens.count {
                index = unit
            } else if timesOfDay.contains(three) {
                index += 3
            } else if timesOfDay.contains(tokens[index...].prefix(2).joined(separator: " ")) {
                index += 2
            } else {
                kept.append(tokens[index])
                index += 1
            }
        }
        return kept
    }

    /// Words that only mean something together, before the small ones between them are dropped.
    private static func joined(_ tokens: [String]) -> [String] {
        var kept: [String] = []
        var index = 0
        while index < tokens.count {
            let next = index + 1 < tokens.count ? tokens[index + 1] : ""
            let following = index + 2 < tokens.count ? tokens[index + 2] : ""
            if tokens[index] == "del", next == "mes", !["que", "siguiente", "proximo"].contains(following) {
                kept += ["este", "mes"]  // "el 1 del mes" is a day, "1 mes" a while
                index += 2
            } else if tokens[index...].prefix(3) == ["of", "the", "month"] {
                kept += ["this", "month"]
                index += 3
            } else if tokens[index...].prefix(3) == ["antes", "de", "ayer"] {
                kept.append("anteayer")
                index += 3
            } else if tokens[index...].prefix(4) == ["the", "day", "after", "tomorrow"] {
                kept += ["day", "after", "tomorrow"]
                index += 4
            } else if tokens[index] == "mas", next == "tardar" {
                index += 2
            } else if ["a", "an"].contains(tokens[index]), ["day", "week", "month", "year"].contains(next) {
                kept.append("1")
                index += 1
            } else if NumberWords.digits(tokens[index]) != nil, NumberWords.ordinalEndings.contains(next), next != "a" {
                kept.append(tokens[index])
                index += 2
            } else {
                kept.append(tokens[index])
                index += 1
            }
        }
        return kept
    }

    private static func withoutNoise(_ tokens: [String]) -> [String] {
        var kept = tokens.filter { !noise.contains($0) }
        if kept.count > 1, kept[0] == "dia" || kept[0] == "que" {
            kept.removeFirst()
        }
        return kept
    }

    /// Cardinals, and "primero"; other ordinals count weekdays ("el segundo lunes"), which is not read here.
    private static func inDigits(_ tokens: [String]) -> [String] {
        let hasMonth = tokens.contains { DateWords.months[$0] != nil }
        let hasWeekday = tokens.contains { DateWords.weekdays[$0] != nil }
        var kept: [String] = []
        var rest = tokens[...]
        while let first = rest.first {
            let countsDays = first.hasPrefix("primer") || (hasMonth && !hasWeekday)
            let reading = countsDays ? NumberWords.reading(rest) : NumberWords.cardinal(rest)
            if let reading, NumberWords.digits(first) == nil {
                kept.append(String(reading.value))
                rest = rest.dropFirst(reading.length)
            } else {
                kept.append(first)
                rest = rest.dropFirst()
            }
        }
        return kept
    }

    private static let timesOfDay: Set<String> = [
        "en la manana", "en la tarde", "en la noche", "por la manana", "por la tarde", "por la noche", "a primera hora",
        "a ultima hora", "al mediodia", "a mediodia", "in the morning", "in the afternoon", "in the evening",
    ]

    private static let hourWords: Set<String> = ["hrs", "hr", "h", "horas", "hora", "am", "pm"]

    private static let noise: Set<String> = [
        "de", "del", "el", "la", "para", "hasta", "a", "al", "en", "dentro", "antes", "desde", "partir",
        "aqui",
        "seria", "sera", "podria", "ser", "va", "como", "maximo", "plazo", "fecha", "idealmente", "ojala", "creo",
        "porfa", "por",
        "favor", "po", "aprox", "of", "the", "on", "by", "in", "before", "until", "within", "due", "please",
    ]
}

/// What the words of a calendar mean, folded.
enum DateWords {
    /// From 1 for Monday. "Mar" is left to March.
    static let weekdays: [String: Int] = [
        "lunes": 1, "lun": 1, "monday": 1, "mon": 1, "martes": 2, "tuesday": 2, "tue": 2, "miercoles": 3, "mie": 3,
        "wednesday": 3, "wed": 3, "jueves": 4, "jue": 4, "thursday": 4, "thu": 4, "viernes": 5, "vie": 5, "friday": 5,
        "fri": 5, "sabado": 6, "sab": 6, "saturday": 6, "sat": 6, "domingo": 7, "dom": 7, "sunday": 7, "sun": 7,
    ]

    static let months: [String: Int] = [
        "enero": 1, "ene": 1, "january": 1, "jan": 1, "febrero": 2, "feb": 2, "february": 2, "marzo": 3, "mar": 3,
        "march": 3,
        "abril": 4, "abr": 4, "april": 4, "apr": 4, "mayo": 5, "may": 5, "junio": 6, "jun": 6, "june": 6, "julio": 7,
        "jul": 7, "july": 7, "agosto": 8, "ago": 8, "august": 8, "aug": 8, "septiembre": 9, "setiembre": 9, "sep": 9,
        "sept": 9, "set": 9, "september": 9, "octubre": 10, "oct": 10, "october": 10, "noviembre": 11, "nov": 11,
        "november": 11, "diciembre": 12, "dic": 12, "december": 12, "dec": 12,
    ]

    static let relativeDays: [String: Int] = [
        "hoy": 0, "hoy dia": 0, "hoy mismo": 0, "today": 0, "manana": 1, "manana mismo": 1, "tomorrow": 1,
        "pasado manana": 2, "day after tomorrow": 2, "ayer": -1, "yesterday": -1, "anteayer": -2, "antier": -2,
    ]

    static let nextWeek: Set<String> = [
        "proxima semana", "semana que viene", "otra semana", "semana siguiente", "semana proxima", "next week",
    ]
    static let thisWeek: Set<String> = ["esta semana", "esta misma semana", "this week"]
    static let thisMonth: Set<String> = ["mes", "este mes", "mes actual", "month", "this month"]
    static let nextMonth: Set<String> = [
        "proximo mes", "mes que viene", "otro mes", "mes siguiente", "mes proximo", "next month",
    ]
    /// Years from this one.
    static let years: [String: Int] = [
        "ano": 0, "este ano": 0, "year": 0, "this year": 0, "proximo ano": 1, "ano que viene": 1, "otro ano": 1,
        "ano siguiente": 1, "next year": 1,
    ]
    static let ends: Set<String> = ["fin", "fines", "final", "finales", "end"]
    static let middles: Set<String> = ["mediados", "mid"]
}
