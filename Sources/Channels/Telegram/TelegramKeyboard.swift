import Dialogue

/// Buttons under a message, in rows that a phone can show: short labels side by side, long ones alone.
struct TelegramKeyboard: Encodable, Equatable {
    struct Button: Encodable, Equatable {
        var text: String
        /// What comes back when it is pressed: 1 to 64 bytes.
        var data: String

        private enum CodingKeys: String, CodingKey {
            case text
            case data = "callback_data"
        }
    }

    /// As many as Telegram takes in one message.
    static let most = 100

    /// How wide a label may be where so many buttons share a row, in letters; from one button to eight.
    private static let widths = [34, 15, 9, 6, 4, 3, 2, 2]

    var rows: [[Button]]

    private enum CodingKeys: String, CodingKey {
        case rows = "inline_keyboard"
    }

    /// The buttons of a message. What they carry is a token, never words.
    init(_ choices: [Choice], message: String) throws(TelegramError) {
        guard choices.count <= Self.most else { throw TelegramError(.tooManyChoices) }
        var buttons: [Button] = []
        for (index, choice) in choices.enumerated() {
            let data = ChoiceToken(message: message, index: index).text
            guard (1...64).contains(data.utf8.count), choice.label.contains(where: { !$0.isWhitespace }) else {
                throw TelegramError(.badChoice)
            }
            buttons.append(Button(text: choice.label, data: data))
        }
        rows = []
        for count in Self.layout(buttons.map { Self.width($0.text) }) {
            rows.append(Array(buttons.prefix(count)))
            buttons.removeFirst(count)
        }
    }

    /// How many buttons go in each row: as few rows as can be, and among those the most even.
    static func layout(_ widths: [Int]) -> [Int] {
        struct Plan {
            var first = 0
            var rows = 0
            var unevenness = 0
        }
        // From the end: the best plan for the buttons from each place on.
        var plans = Array(repeating: Plan(), count: widths.count + 1)
        for place in widths.indices.reversed() {
            var best: Plan?
            var widest = 0
            for count in 1...min(Self.widths.count, widths.count - place) {
                widest = max(widest, widths[place + count - 1])
                // A label too wide even for a row of its own still gets one.
                guard count == 1 || widest <= Self.widths[count - 1] else { break }
                let rest = plans[place + count]
                let plan = Plan(first: count, rows: rest.rows + 1, unevenness: rest.unevenness + count * count)
                if let best, (best.rows, best.unevenness) < (plan.rows, plan.unevenness) { continue }
                best = plan
            }
            plans[place] = best ?? Plan()
        }
        var rows: [Int] = []
        var place = 0
        while place < widths.count {
            rows.append(plans[place].first)
            place += plans[place].first
        }
        return rows
    }

    /// About how wide a label is, in letters: an emoji takes two.
    private static func width(_ label: String) -> Int {
        label.reduce(0) { $0 + ($1.unicodeScalars.first.map { $0.value >= 0x1100 } == true && !$1.isLetter ? 2 : 1) }
    }
}
