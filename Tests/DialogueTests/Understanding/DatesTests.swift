import Dialogue
import Testing

/// Today is Wednesday, 10 March 2027, unless said otherwise.
@Suite struct DatesTests {
    private func iso(_ text: String, today: String = "2027-03-10") throws -> String? {
        day(in: text, today: try #require(CalendarDay(iso: today)))?.iso
    }

    @Test(arguments: [
        (
            "2027-03-10",
            [
                "hoy", "Hoy!", "hoy día", "hoy mismo", "today", "este miércoles", "miércoles", "miercoles 10", "10/3",
                "el 10",
            ]
        ),
        (
            "2027-03-11",
            [
                "mañana", "MAÑANA", "manana", "mañana en la mañana", "tomorrow", "mañana a las 10:30", "en un día",
                "jueves", "el jueves en la tarde",
            ]
        ),
        (
            "2027-03-12",
            [
                "pasado mañana", "the day after tomorrow", "este viernes", "viernes", "Friday", "on friday",
                "viernes de esta semana", "viernes 12/3 15:00", "12 de marzo, 15:30 hrs", "el viernes 12 a las 9",
                "friday 9 am",
            ]
        ),
        ("2027-03-09", ["ayer", "yesterday"]),
        ("2027-03-08", ["anteayer", "antes de ayer"]),
        (
            "2027-03-15",
            [
                "15 de marzo", "15/3", "15-03-2027", "15.03.27", "15/03/2027", "15 / 3 / 27", "el 15", "15",
                "el día 15", "lunes", "el lunes", "el próximo lunes", "lunes próximo", "el lunes que viene",
                "next monday", "la próxima semana", "la semana que viene", "la otra semana", "next week",
                "15 marzo 2027", "15 de marzo de 2027", "15 de marzo del 2027", "2027-03-15", "2027/3/15",
                "lunes 15 de marzo", "lunes 15", "15 de marzo, lunes", "lunes 15/3", "quince de marzo", "15mar",
                "15-mar-2027", "15 de mar.", "March 15", "march 15th, 2027", "15th of March", "the fifteenth of march",
                "para el 15 de marzo", "hasta el 15", "a más tardar el lunes", "antes del 15 de marzo",
                "como máximo el 15/3", "15 de este mes", "el 15 del mes", "15th of the month",
                "lunes de la próxima semana", "en 5 días", "5 días más", "a mediados de marzo",
            ]
        ),
        (
            "2027-03-17",
            [
                "el próximo miércoles", "next wednesday", "en una semana", "in a week",
                "miércoles de la próxima semana", "17-3",
            ]
        ),
        ("2027-03-19", ["viernes de la próxima semana", "viernes de la otra semana", "friday next week"]),
        (
            "2027-03-20",
            ["en 10 días", "en diez días", "en 10 días más", "dentro de 10 días", "in 10 days", "10 days from now"]
        ),
        ("2027-03-22", ["lunes subsiguiente"]),
        (
            "2027-03-24",
            [
                "en dos semanas", "2 semanas más", "in two weeks", "dentro de dos semanas", "de aquí a dos semanas",
                "two weeks from now",
            ]
        ),
        (
            "2027-03-31",
            [
                "fin de mes", "a fin de mes", "fines de mes", "a fines de marzo", "fines de marzo", "finales de marzo",
                "end of the month", "end of march", "31", "treinta y uno de marzo", "fin de este mes",
            ]
        ),
        (
            "2027-04-01",
            [
                "el próximo mes", "1 de abril", "1º de abril", "1ro de abril", "primero de abril", "el 1", "next month",
                "1 del próximo mes", "el 1 del mes que viene",
            ]
        ),
        ("2027-04-09", ["9/4", "el 9", "9 de abril"]),
        ("2027-04-10", ["en un mes", "in a month", "un mes más", "el 10 del próximo mes"]),
        ("2027-04-15", ["15 del próximo mes", "mediados de abril", "15 abril", "abril 15"]),
        ("2027-04-30", ["fin del próximo mes", "fines de abril"]),
        ("2027-12-31", ["fin de año", "a fines de año", "31/12", "end of the year", "fines de diciembre"]),
        ("2028-02-29", ["29 de febrero", "29/2", "29/02/2028", "fines de febrero", "fines de febrero 2028"]),
        ("2028-03-09", ["9 de marzo", "9/3", "9 de marzo del próximo año", "march 9", "09-03-28"]),
        ("2028-03-10", ["en un año", "10 de marzo 2028", "diez de marzo de dos mil veintiocho"]),
        ("2027-05-21", ["21 de mayo", "May 21", "21 may", "21 de mayo de este año"]),
        (
            "2027-09-18",
            ["18 de septiembre", "18 de setiembre", "18/9", "18 sept", "sábado 18 de septiembre", "el 18 de sep. 📅"]
        ),
    ])
    func readsADay(expected: String, texts: [String]) throws {
        for text in texts {
            #expect(try iso(text) == expected, "\(text)")
        }
    }

    @Test(arguments: [
        "", " ", "31 de febrero", "31/2", "30/02/2028", "29/02/2027", "31/4", "32", "0", "0/3", "15/13", "3/15/2027",
        "03-31-27", "2027-13-01",
        "2027-02-30", "15/3/027", "15/3/20270", "marzo", "en marzo", "marzo 2027", "2027", "del 15 al 20",
        "15 al 20 de marzo", "15 o 16 de marzo",
        "10-15 de marzo", "15 y 16 de marzo", "lunes a viernes", "lunes o martes", "todos los lunes", "los lunes",
        "las 3",
        "viernes 15 de marzo", "viernes 15/3",
        "segundo lunes de abril", "el segundo lunes", "esta semana", "fin de semana", "este fin de semana", "pronto",
        "nunca", "no sé", "lo antes posible",
        "segundo semestre", "15 estudiantes", "15%", "10:30", "a las 10", "15 3", "1,5", "semana", "en varios días",
        "2027-03", "3/2027", "15 meses atrás", "3 mes", "lunes de esta semana", "hola", "mañana lunes", "15/3 y 16/3",
        "en 99999 días", "primer semestre",
        "mar", "quincuagésimo", "principios de abril", "15 de 2027", "el lunes no", "no el 15",
    ])
    func readsNoDay(text: String) throws {
        #expect(try iso(text) == nil)
    }

    @Test(arguments: [
        ("2027-03-31", "mañana", "2027-04-01"), ("2027-12-31", "mañana", "2028-01-01"),
        ("2027-03-31", "el 15", "2027-04-15"),
        ("2027-01-31", "el 30", "2027-03-30"), ("2028-01-31", "el 29", "2028-02-29"),
        ("2027-12-15", "3/1", "2028-01-03"),
        ("2027-03-14", "el próximo lunes", "2027-03-15"), ("2027-03-15", "lunes", "2027-03-15"),
        ("2027-03-15", "el próximo lunes", "2027-03-22"),
        ("2027-03-14", "la próxima semana", "2027-03-15"), ("2027-03-15", "la próxima semana", "2027-03-22"),
        ("2027-03-31", "fin de mes", "2027-03-31"), ("2027-04-01", "fines de marzo", "2028-03-31"),
        ("2027-01-31", "en un mes", "2027-02-28"),
        ("2096-03-01", "29 de febrero", "2104-02-29"), ("2027-03-14", "mañana lunes", "2027-03-15"),
        ("9999-12-31", "mañana", "9999-12-31"),
    ])
    func readsADayFromToday(today: String, text: String, expected: String) throws {
        #expect(try iso(text, today: today) == expected)
    }

    @Test func readsEveryDayAsItIsWritten() throws {
        let today = try #require(CalendarDay(iso: "2027-03-10"))
        let months = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ]
        let weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
        for offset in 0..<366 {
            let expected = today.adding(days: offset)
            let month = months[expected.month - 1]
            #expect(day(in: "\(weekdays[expected.weekday - 1]) \(expected.day) de \(month)", today: today) == expected)
            #expect(day(in: "\(expected.day)/\(expected.month)", today: today) == expected)
            #expect(day(in: expected.iso, today: today) == expected)
        }
    }
}
