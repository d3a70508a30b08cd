/// The drawing as it grows downwards: a spine on the left, a card for each step, boxes around what is repeated.
///
/// Lengths are CSS pixels at A4's width. A card that would lie across the end of a sheet begins on the next one.
struct DiagramCanvas {
    /// A way down: the line that steps hang on, and where their cards end.
    struct Lane {
        var spine: Double
        var right: Double
        var depth = 0
    }

    static let width = 794.0
    static let sheet = 1123.0
    static let ink = "#2c2a20"
    static let soft = "#5e5844"
    static let line = "#978b6d"

    var shapes: [String] = []
    var y = 44.0
    /// Where the line of the spine has come to.
    var drawn = 0.0

    /// How tall the drawing is.
    var height: Double { y + 28 }

    // MARK: Head and end

    mutating func head(title: String, summary: String, facts: [String]) {
        for line in wrapped(title, size: 32, width: Self.width - 90, lines: 2) {
            y += 14
            text(line, 36, y, size: 30, weight: 700)
            y += 24
        }
        for line in wrapped(summary, size: 17, width: Self.width - 80, lines: 3) {
            text(line, 36, y, size: 17)
            y += 24
        }
        y += 4
        var x = 36.0
        for fact in facts {
            let wide = Scripts.width(of: fact, size: 13) + 20
            if x + wide > Self.width - 36, x > 36 {
                x = 36
                y += 36
            }
            rect(x, y - 8, wide, 28, radius: 14, fill: "#f8f2e4", stroke: "#d9cdb2")
            text(fact, x + 10, y + 11, size: 13, fill: Self.soft)
            x += wide + 8
        }
        y += 48
        drawn = y - 4
        shapes.append("<circle cx=\"64\" cy=\"\(shown(drawn))\" r=\"5\" fill=\"\(Self.line)\"/>")
        y += 14
    }

    mutating func end(_ word: String, note: String?) {
        turnSheet(for: 44)
        line(64, drawn, 64, y + 4)
        rect(36, y + 4, 56, 30, radius: 15, fill: Self.soft)
        text(word, 64, y + 24, size: 15, weight: 700, fill: "#ffffff", anchor: "middle")
        if let note { text(note, 110, y + 24, size: 13, fill: Self.soft) }
        y += 40
    }

    // MARK: Steps

    mutating func draw(_ rows: [DiagramRow], in lane: Lane) {
        for row in rows {
            guard let condition = row.condition else {
                draw(row, in: lane)
                continue
            }
            turnSheet(for: 46 + least(row, in: lane))
            let before = drawn
            let side = Lane(spine: lane.spine + 38, right: lane.right, depth: lane.depth)
            line(lane.spine, before, lane.spine, y)
            let bend = y
            y += tag(condition, lane.spine + 48, y + 4, to: lane.right) + 12
            path("M\(shown(lane.spine)) \(shown(bend)) q0 16 16 16 h6 q16 0 16 16 V\(shown(y))")
            drawn = y
            draw(row, in: side)
            let end = y
            line(side.spine, drawn, side.spine, end - 12)
            path("M\(shown(side.spine)) \(shown(end - 12)) q0 14 -14 14 h-10 q-14 0 -14 14")
            y = end + 16
            line(lane.spine, bend, lane.spine, y, dashes: "3 5")
            drawn = y
            y += 6
        }
    }

    private mutating func draw(_ row: DiagramRow, in lane: Lane) {
        switch row.kind {
        case "repeat", "for-each", "form", "part": box(row, in: lane)
        default: card(row, in: lane)
        }
    }

    /// The room that a row needs at once: a box, for its head and the first step in it.
    private func least(_ row: DiagramRow, in lane: Lane) -> Double {
        if let first = row.inner.first { return 80 + least(first, in: lane) }
        return Card(row, width: lane.right - lane.spine - 34).height
    }

    private mutating func box(_ row: DiagramRow, in lane: Lane) {
        turnSheet(for: least(row, in: lane))
        let style = DiagramStyle.of(row.kind)
        let left = lane.spine - 30 + 5 * Double(min(lane.depth, 2))
        let top = y
        let place = shapes.count
        line(lane.spine, drawn, lane.spine, top + 26)
        icon(row.kind, lane.spine, top + 26, style.color)
        text(row.label, lane.spine + 30, top + 32, size: 17, weight: 700, fill: style.color)
        var x = lane.spine + 30 + Scripts.width(of: row.label, size: 17, bold: true) + 10
        if let name = row.name {
            text(name, x, top + 31, size: 13, fill: Self.soft, mono: true)
            x += fixedWidth(of: name, size: 13)
        }
        if let record = row.record { pill(record, endingAt: lane.right - 16, top + 13) }
        y = top + 58
        drawn = top + 43
        let isLoop = row.comesAgain
        draw(row.inner, in: Lane(spine: lane.spine, right: lane.right - (isLoop ? 40 : 16), depth: lane.depth + 1))
        y += 2
        if isLoop {
            let (right, low, high) = (lane.right - 20, y + 2, top + 26)
            line(lane.spine, drawn, lane.spine, low)
            path(
                "M\(shown(lane.spine)) \(shown(low)) H\(shown(right - 14)) q14 0 14 -14 V\(shown(high + 14)) q0 -14 -14 -14 H\(shown(min(x + 26, right - 40)))",
                stroke: style.color,
                dashes: "6 5"
            )
            let tip = min(x + 18, right - 48)
            shapes.append(
                "<path d=\"M\(shown(tip)) \(shown(high)) l10 -6 v12 z\" fill=\"\(style.color)\"/>"
            )
            y += 20
        }
        let frame =
            "<rect x=\"\(shown(left))\" y=\"\(shown(top))\" width=\"\(shown(lane.right - left))\" height=\"\(shown(y - top))\" rx=\"16\" fill=\"\(style.tint)\" stroke=\"\(style.color)\" stroke-width=\"1.5\"/>"
        shapes.insert(frame, at: place)
        line(lane.spine, max(drawn, isLoop ? y - 18 : drawn), lane.spine, y)
        drawn = y
        y += 18
    }

    private mutating func card(_ row: DiagramRow, in lane: Lane) {
        let left = lane.spine + 34
        let card = Card(row, width: lane.right - left)
        turnSheet(for: card.height)
        let style = DiagramStyle.of(row.kind)
        let middle = y + 23
        line(lane.spine, drawn, lane.spine, middle - 17)
        let whole = ([row.label, row.name, row.quote].compactMap(\.self) + row.notes).joined(separator: " · ")
        shapes.append("<g><title>\(escaped(whole))</title>")
        if row.kind == "record" {
            rect(left, y + 4, lane.right - left, card.height - 8, radius: 10, fill: "#ffffff", stroke: "#d9cdb2")
        } else {
            rect(left, y, lane.right - left, card.height, radius: 12, fill: "#ffffff", stroke: style.color)
        }
        if row.kind == "run" {
            rect(left + 4, y + 4, lane.right - left - 8, card.height - 8, radius: 9, fill: "none", stroke: style.color)
        }
        line(lane.spine + 17, middle, left, middle, stroke: style.color)
        icon(row.kind, lane.spine, middle, style.color)
        text(row.label, left + 16, y + 28, size: 15, weight: 700, fill: style.color)
        var x = left + 16 + Scripts.width(of: row.label, size: 15, bold: true) + 8
        if let name = row.name {
            text(name, x, y + 28, size: 13, fill: Self.soft, mono: true)
            x += fixedWidth(of: name, size: 13) + 8
        }
        if let record = row.record { pill(record, endingAt: lane.right - 14, y + 10) }
        var base = y + 53
        if !card.details.isEmpty, card.isDetailApart {
            text(
                cut(card.details, size: 14, width: lane.right - left - 32),
                left + 16,
                base - 3,
                size: 14,
                fill: Self.soft
            )
            base += 22
        } else if !card.details.isEmpty {
            text("· " + card.details, x, y + 28, size: 14, fill: Self.soft)
        }
        for line in card.quote {
            text(line, left + 16, base, size: 17)
            base += 23
        }
        base += 2
        for line in card.options {
            var x = left + 16
            for option in line {
                shapes.append(
                    "<circle cx=\"\(shown(x + 5))\" cy=\"\(shown(base - 5))\" r=\"4.5\" fill=\"#ffffff\" stroke=\"\(style.color)\" stroke-width=\"1.5\"/>"
                )
                text(option, x + 16, base, size: 14)
                x += Card.room(option)
            }
            base += 22
        }
        for note in card.notes {
            text("↳ " + note, left + 16, base, size: 14, fill: Self.soft)
            base += 22
        }
        shapes.append("</g>")
        drawn = middle + 17
        y += card.height + 12
    }
}
