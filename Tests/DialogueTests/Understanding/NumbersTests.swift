import Dialogue
import Testing

@Suite struct NumbersTests {
    @Test(arguments: [
        (0, ["0", "cero", "zero"]),
        (
            1,
            [
                "1", "uno", "una", "la una", "primero", "la primera", "1º", "1ra", "one", "first", "①", "N° 1",
                "la primera opción",
            ]
        ),
        (
            2,
            [
                "2", "2)", "2.", "(2)", " 2 ", "nº 2", "n° 2", "Nº2", "n.º 2", "No. 2", "nro 2", "#2", "opción 2",
                "Opcion2", "la 2", "la dos", "dos", "DOS", "segunda", "el segundo", "2️⃣", "two", "the second one", "2nd",
                "2da", "2 po", "2 por favor", "2 👍", "opción número dos", "voto por la 2", "- 2", "*2*", "２", "٢",
                "la 2 porfa", "option two",
            ]
        ),
        (3, ["3ro", "3era", "tercera", "tercer", "3rd", "la tercera"]),
        (10, ["10", "diez", "🔟", "décima", "ten"]),
        (12, ["doce", "duodécimo", "twelve", "12."]),
        (16, ["dieciséis", "16", "sixteen"]),
        (21, ["veintiuno", "veinte y uno", "twenty one", "twenty-one", "twenty first"]),
        (35, ["treinta y cinco", "treinta cinco", "thirty-five"]),
        (80, ["80%", "ochenta", "80 %", "eighty"]),
        (99, ["noventa y nueve", "ninety nine"]),
        (100, ["cien", "100", "one hundred", "cien por ciento", "100 por ciento"]),
        (101, ["ciento uno", "one hundred and one"]),
        (345, ["trescientos cuarenta y cinco", "three hundred forty five"]),
        (1_200, ["1.200", "1200", "mil doscientos", "one thousand two hundred"]),
        (2_027, ["dos mil veintisiete"]),
        (1_234_567, ["1.234.567"]),
    ])
    func readsANumber(value: Int, texts: [String]) {
        for text in texts {
            #expect(number(in: text) == value, "\(text)")
        }
    }

    @Test(arguments: [
        "", " ", "hola", "2 profesoras", "dos cursos", "2,5", "2.5", "-2", "−3", "2-3", "2 3", "2 y 3", "1 o 2",
        "dos y media", "no 2",
        "II", "1:30", "10.000.0", "0.123", "99999999999", "primero básico", "la", "opción", "por favor",
        "segundo semestre", "2x", "b2",
        "y dos", "veinte y", "no", "👍", "dos opciones", "the one and only", "second grade", "1/2", "las dos", "los dos",
        "las 2", "ciento", "por ciento",
    ])
    func readsNoNumber(text: String) {
        #expect(number(in: text) == nil)
    }

    @Test func readsEveryNumberToOneHundredInWords() {
        let units = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
        let tens = [
            3: "treinta", 4: "cuarenta", 5: "cincuenta", 6: "sesenta", 7: "setenta", 8: "ochenta", 9: "noventa",
        ]
        let english = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        let englishTens = [
            2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety",
        ]
        for value in 1...99 where value % 10 != 0 {
            if let ten = tens[value / 10] {
                #expect(number(in: "\(ten) y \(units[value % 10])") == value)
            }
            if let ten = englishTens[value / 10] {
                #expect(number(in: "\(ten)-\(english[value % 10])") == value)
            }
        }
        let teens = [
            "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
            "veinte",
            "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete",
            "veintiocho",
            "veintinueve", "treinta",
        ]
        for (offset, word) in teens.enumerated() {
            #expect(number(in: word) == 11 + offset)
        }
    }

    @Test(arguments: [
        ("1, 3 y 4", [1, 3, 4]), ("1 3 4", [1, 3, 4]), ("2,2,5", [2, 2, 5]), ("uno y tres", [1, 3]), ("1", [1]),
        ("la 1 y la 3", [1, 3]),
        ("opciones 1, 2 y 5 por favor", [1, 2, 5]), ("1-3-4", [1, 3, 4]), ("1.3.4", [1, 3, 4]),
        ("1) 3) 4)", [1, 3, 4]),
        ("1\n3\n4", [1, 3, 4]), ("- 1\n- 3", [1, 3]), ("1️⃣3️⃣", [1, 3]), ("1️⃣ y 🔟", [1, 10]), ("veinte, tres", [20, 3]),
        ("veinte y tres", [23]), ("la primera y la tercera", [1, 3]), ("1ª y 3ª", [1, 3]), ("1 and 2", [1, 2]),
        ("one, two", [1, 2]),
        ("1/3", [1, 3]), ("1 + 3", [1, 3]), ("diez y seis", [10, 6]), ("nº1, nº2", [1, 2]), ("134", [134]),
        ("2,5", [2, 5]),
        ("voto por la 1, la 3 y también la 4", [1, 3, 4]), ("1;2;", [1, 2]), (" 3 ", [3]), ("las 1 y 3", [1, 3]),
        ("las opciones dos y tres", [2, 3]),
    ])
    func readsAList(text: String, values: [Int]) {
        #expect(numbers(in: text) == values)
    }

    @Test(arguments: [
        "", " ", "hola", "1 o 3", "1 y algo", "ninguna", "y", ",,,", "la", "del 1 al 3", "1x2", "3 puntos a la 1",
        "no 2", "uno por curso", "las dos", "ambas",
        "99999999999",
    ])
    func readsNoList(text: String) {
        #expect(numbers(in: text) == nil)
    }
}
