extension CalendarDay {
    /// The day as people read it: `15-03-2027`, and `15 March 2027` in English, where day and month are easily confused.
    public func localized(in locale: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        guard locale.hasPrefix("en") else { return iso.split(separator: "-").reversed().joined(separator: "-") }
        return "\(day) \(months[month - 1]) \(year)"
    }
}
