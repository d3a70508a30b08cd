/// The one day that a whole message names, as people in Chile type it: "15/3" (always day first), "el 15", "lunes",
/// "pasado mañana", "fin de mes", "en dos semanas", "2027-03-15". `nil` for impossible days, ranges and everything vaguer.
///
/// Without a year, month or week it is the next such day, today included; "próximo lunes" is after today.
/// "La próxima semana" is its Monday, "próximo mes" its first day, "mediados" the 15th, "fines" the last day.
public func day(in text: String, today: CalendarDay) -> CalendarDay? {
    guard text.utf8.count <= 400, !text.unicodeScalars.contains("%") else { return nil }
    let tokens = DateTokens.read(text)
    let weekdays = tokens.indices.filter { DateWords.weekdays[tokens[$0]] != nil }
    guard let index = weekdays.first else { return DateReader(today: today).day(tokens) }
    guard weekdays.count == 1, let weekday = DateWords.weekdays[tokens[index]] else { return nil }
    var rest = tokens
    rest.remove(at: index)
    return DateReader(today: today).day(weekday: weekday, rest, weekdayFirst: index == 0)
}

/// Reads the tokens of one day, from the most to the least explicit form.
private struct DateReader {
    let today: CalendarDay

    /// A weekday, and whatever else says which one; where that is a full date, the two must agree.
    func day(weekday: Int, _ rest: [String], weekdayFirst: Bool) -> CalendarDay? {
        let next = today.adding(days: (weekday - today.weekday + 7) % 7)
        let following = next == today ? today.adding(days: 7) : next
        let phrase = rest.joined(separator: " ")
        if ["", "este", "this"].contains(phrase) {
            return next
        }
        if ["proximo", "siguiente", "que viene", "next", "este proximo", "proximo que viene"].contains(phrase) {
            return following
        }
        if phrase == "subsiguiente" {
            return following.adding(days: 7)
        }
        if DateWords.nextWeek.contains(phrase) {
            return nextMonday.adding(days: weekday - 1)
        }
        if DateWords.thisWeek.contains(phrase) {
            let day = nextMonday.adding(days: weekday - 8)
            return day < today ? nil : day
        }
        // "Segundo lunes" counts Mondays.
        guard weekdayFirst || rest.count > 1 || NumberWords.digits(phrase) == nil, let day = day(rest),
            day.weekday == weekday
        else { return nil }
        return day
    }

    func day(_ tokens: [String]) -> CalendarDay? {
        if tokens.contains("/"), let day = numeric(tokens) {
            return day
        }
        var tokens = tokens.filter { $0 != "/" }
        if let day = relative(tokens) ?? duration(tokens) {
            return day
        }
        if tokens.count > 1, let first = tokens.first, ["este", "proximo", "this", "next"].contains(first) {
            tokens.removeFirst()
        }
        return partOfMonth(tokens) ?? dayOfMonth(tokens)
    }

    private var nextMonday: CalendarDay {
        today.adding(days: 8 - today.weekday)
    }

    private var firstOfNextMonth: CalendarDay {
        today.lastOfMonth.adding(days: 1)
    }

    /// 15/3, 15-03-2027, 15.03.27, 2027-03-15.
    private func numeric(_ tokens: [String]) -> CalendarDay? {
        guard tokens.count == 3 || tokens.count == 5, tokens[1] == "/", tokens.count == 3 || tokens[3] == "/" else {
            return nil
        }
        let parts = tokens.filter { $0 != "/" }
        let values = parts.compactMap { NumberWords.digits($0) }
        guard values.count == parts.count, parts[1].count <= 2 else { return nil }
        if values.count == 3, parts[0].count == 4, parts[2].count <= 2 {
            return CalendarDay(year: values[0], month: values[1], day: values[2])
        }
        guard parts[0].count <= 2 else { return nil }
        return day(values[0], month: values[1], year: parts[2...])
    }

    private func relative(_ tokens: [String]) -> CalendarDay? {
        let phrase = tokens.joined(separator: " ")
        if let days = DateWords.relativeDays[phrase] {
            return today.adding(days: days)
        }
        if DateWords.nextWeek.contains(phrase) {
            return nextMonday
        }
        if DateWords.nextMonth.contains(phrase) {
            return firstOfNextMonth
        }
        guard let first = tokens.first, DateWords.ends.contains(first) else { return nil }
        let period = tokens.dropFirst().joined(separator: " ")
        if DateWords.thisMonth.contains(period) {
            return today.lastOfMonth
        }
        if DateWords.nextMonth.contains(period) {
            return firstOfNextMonth.lastOfMonth
        }
        if let year = DateWords.years[period] {
            return CalendarDay(year: today.year + year, month: 12, day: 31)
        }
        return nil
    }

    /// "10 días", "dos semanas más", "un mes".
    private func duration(_ tokens: [String]) -> CalendarDay? {
        guard tokens.count >= 2, let count = NumberWords.digits(tokens[0]), count <= 1_000,
            ["", "mas", "from now", "from today", "hoy", "mas hoy"].contains(
                tokens.dropFirst(2).joined(separator: " ")
            )
        else { return nil }
        switch tokens[1] {
        case "dia", "dias", "day", "days": return today.adding(days: count)
        case "semana", "semanas", "week", "weeks": return today.adding(days: count * 7)
        case "mes", "month": return count == 1 ? today.adding(months: 1) : nil
        case "meses", "months": return today.adding(months: count)
        case "ano", "anos", "year", "years": return today.adding(months: count * 12)
        default: return nil
        }
    }

    /// "fines de marzo", "mediados de abril 2027".
    private func partOfMonth(_ tokens: [String]) -> CalendarDay? {
        guard tokens.count >= 2, let month = DateWords.months[tokens[1]] else { return nil }
        if DateWords.middles.contains(tokens[0]) {
            guard tokens.count > 2 || month != today.month || today.day <= 15 else { return nil }
            return day(15, month: month, year: tokens[2...])
        }
        guard DateWords.ends.contains(tokens[0]) else { return nil }
        if tokens.count > 2 {
            return day(1, month: month, year: tokens[2...])?.lastOfMonth
        }
        let year = month < today.month ? today.year + 1 : today.year
        return CalendarDay(year: year, month: month, day: 1)?.lastOfMonth
    }

    /// "15", "15 marzo", "march 15 2027", "15 este mes".
    private func dayOfMonth(_ tokens: [String]) -> CalendarDay? {
        guard let first = tokens.first else { return nil }
        if let month = DateWords.months[first] {
            guard tokens.count > 1, tokens[1].count <= 2, let day = NumberWords.digits(tokens[1]) else { return nil }
            return self.day(day, month: month, year: tokens[2...])
        }
        guard first.count <= 2, let number = NumberWords.digits(first) else { return nil }
        guard tokens.count > 1 else { return nextDay(number) }
        if let month = DateWords.months[tokens[1]] {
            return day(number, month: month, year: tokens[2...])
        }
        let period = tokens.dropFirst().joined(separator: " ")
        if tokens.count > 2, DateWords.thisMonth.contains(period) {
            return CalendarDay(year: today.year, month: today.month, day: number)
        }
        if DateWords.nextMonth.contains(period) {
            return CalendarDay(year: firstOfNextMonth.year, month: firstOfNextMonth.month, day: number)
        }
        return nil
    }

    private func day(_ day: Int, month: Int, year: ArraySlice<String>) -> CalendarDay? {
        if let year = self.year(year) {
            return CalendarDay(year: year, month: month, day: day)
        }
        guard year.isEmpty else { return nil }
        // Nine years reach the next 29 February even where a leap day is left out.
        let candidates = (0...8).compactMap { CalendarDay(year: today.year + $0, month: month, day: day) }
        return candidates.first { $0 >= today }
    }

    private func year(_ tokens: ArraySlice<String>) -> Int? {
        if let offset = DateWords.years[tokens.joined(separator: " ")] {
            return today.year + offset
        }
        guard tokens.count == 1, let first = tokens.first, let value = NumberWords.digits(first) else { return nil }
        switch first.count {
        case 2: return 2000 + value
        case 4: return (1900...2199).contains(value) ? value : nil
        default: return nil
        }
    }

    /// The next 15th, today included; months without such a day are passed over.
    private func nextDay(_ number: Int) -> CalendarDay? {
        let months = (0...3).map { today.adding(days: 1 - today.day).adding(months: $0) }
        return months.compactMap { CalendarDay(year: $0.year, month: $0.month, day: number) }.first { $0 >= today }
    }
}
