import Dialogue
import Foundation
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        (2027, 2, 29), (2100, 2, 29), (2027, 4, 31), (2027, 13, 1), (2027, 0, 1), (2027, 1, 0), (0, 1, 1),
        (10_000, 1, 1), (2027, -1, -1),
    ])
    func refusesImpossibleDays(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func agreesWithTheSystemCalendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let start = try #require(CalendarDay(year: 1899, month: 12, day: 28))
        let date = try #require(calendar.date(from: DateComponents(year: 1899, month: 12, day: 28, hour: 12)))
        for offset in stride(from: 0, to: 120_000, by: 13) {
            let expected = calendar.dateComponents(
                [.year, .month, .day, .weekday],
                from: date.addingTimeInterval(Double(offset) * 86_400)
            )
            let day = start.adding(days: offset)
            #expect(day.year == expected.year && day.month == expected.month && day.day == expected.day)
            #expect(day.weekday == ((expected.weekday ?? 0) + 5) % 7 + 1)
            #expect(day.adding(days: -offset) == start)
        }
    }

    @Test func everyDayIsFollowedByTheNext() throws {
        var day = try #require(CalendarDay(year: 1, month: 1, day: 1))
        var count = 1
        while day.year < 9_999 || day.month < 12 || day.day < 31 {
            let next = day.adding(days: 1)
            guard next > day, next.weekday == day.weekday % 7 + 1 else {
                Issue.record("after \(day.iso) came \(next.iso)")
                return
            }
            day = next
            count += 1
        }
        #expect(count == 3_652_059)
        #expect(day.adding(days: 1) == day)
        #expect(day.adding(days: .max) == day)
        #expect(day.adding(days: .min).iso == "0001-01-01")
    }

    @Test(arguments: [
        ("2027-01-31", 1, "2027-02-28"), ("2027-01-31", 13, "2028-02-29"), ("2027-03-15", -3, "2026-12-15"),
        ("2027-12-01", 1, "2028-01-01"),
        ("0001-01-05", -1, "0001-01-01"), ("9999-12-05", 1, "9999-12-31"), ("2027-01-01", .max, "9999-12-31"),
        ("2027-01-01", .min, "0001-01-01"),
    ])
    func addsMonths(from: String, months: Int, to: String) throws {
        let day = try #require(CalendarDay(iso: from))
        #expect(day.adding(months: months).iso == to)
    }

    @Test func isStoredAsISOText() throws {
        let day = try #require(CalendarDay(iso: "2027-03-05"))
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == #"["2027-03-05"]"#)
        #expect(try JSONDecoder().decode([CalendarDay].self, from: Data(#"["2027-03-05"]"#.utf8)) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDay].self, from: Data(#"["2027-02-30"]"#.utf8))
        }
    }

    @Test(arguments: ["", "2027-3-5", "2027/03/05", "2027-03-05T00:00", "２０27-03-05", "-027-03-05", "2027-02-29"])
    func refusesOtherForms(text: String) {
        #expect(CalendarDay(iso: text) == nil)
    }
}
