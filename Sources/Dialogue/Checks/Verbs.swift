extension Checks {
    /// Who a verb form speaks of.
    enum Person: Sendable {
        case it, they, we, me, impersonal
    }

    /// The finite forms of the verbs that staff rooms use, so that a sentence can be told from a label.
    struct Verbs: Sendable {
        private let forms: CodeTable<Person>
        private let wishes: Codes
        private let infinitives: Codes

        init() {
            let list = VerbForms()
            forms = CodeTable(list.forms)
            wishes = Codes(list.wishes)
            infinitives = Codes(list.infinitives)
        }

        /// The person of a form, `nil` for what is no known finite form.
        subscript(key: Key) -> Person? { forms[key.code] }

        /// Whether a form states a wish: "que el sostenedor **contrate**".
        func isWish(_ key: Key) -> Bool { wishes.contains(key.code) }

        func isInfinitive(_ key: Key) -> Bool { infinitives.contains(key.code) }
    }

    /// Where the forms are gathered, by their codes.
    private struct VerbForms {
        private(set) var forms: [UInt64: Person] = [:]
        private(set) var wishes: Set<UInt64> = []
        private(set) var infinitives: Set<UInt64> = []

        init() {
            for entry in Checks.verbs.split(whereSeparator: \.isWhitespace) {
                let parts = entry.split(separator: "/")
                guard let name = parts.first.map({ Checks.plain($0) }), name.count > 3 else { continue }
                infinitives.insert(Key(name.utf8).code)
                conjugate(name, changed: parts.count > 1 ? Checks.plain(parts[1]) : nil)
            }
            for (person, list) in Checks.irregularVerbs {
                for form in list.split(whereSeparator: \.isWhitespace) where form.last != "?" {
                    forms[Key(form.utf8).code] = person
                }
            }
            for wish in "haya hagan haga tengan tenga sea sean vengan venga pongan den vayan".split(separator: " ") {
                wishes.insert(Key(wish.utf8).code)
            }
        }

        private mutating func conjugate(_ name: String, changed: String?) {
            let stem = String(name.dropLast(2))
            let strong = changed ?? stem
            let isFirst = name.hasSuffix("ar")
            let now = isFirst ? "a" : "e"
            let wish = isFirst ? "e" : "a"
            add(strong + now, .it)
            add(strong + now + "n", .they)
            add(stem + (name.hasSuffix("ir") ? "i" : now) + "mos", .we)
            for base in Set([strong, stem]) {
                let spelled = Self.spelled(base, before: wish, ending: name)
                for (form, person) in [
                    (spelled + wish, Person.it), (spelled + wish + "n", .they), (spelled + wish + "mos", .we),
                ] {
                    add(form, person)
                    wishes.insert(Key(form.utf8).code)
                }
            }
            let past = isFirst ? "aba" : "ia"
            let weak = name.hasSuffix("ir") ? strong : stem
            for (ending, person) in [("", Person.it), ("n", .they), ("mos", .we)] {
                add(stem + past + ending, person)
                add(name + "ia" + ending, person)
                add((isFirst ? stem + "ara" : weak + "iera") + ending, person)
            }
            for base in Set([weak, stem]) { add(base + (isFirst ? "aron" : "ieron"), .they) }
            add(name + "a", .it)
            add(name + "an", .they)
            add(name + "emos", .we)
        }

        private mutating func add(_ form: String, _ person: Person) {
            let code = Key(form.utf8).code
            if forms[code] == nil { forms[code] = person }
        }

        /// `planific-` + `e` is written `planifique`, `entreg-` + `e` `entregue`, `utiliz-` + `e` `utilice`.
        private static func spelled(_ stem: String, before vowel: String, ending name: String) -> String {
            guard vowel == "e" else {
                return name.hasSuffix("ger") || name.hasSuffix("gir") ? String(stem.dropLast()) + "j" : stem
            }
            return switch stem.last {
            case "c": String(stem.dropLast()) + "qu"
            case "g": stem + "u"
            case "z": String(stem.dropLast()) + "c"
            default: stem
            }
        }
    }

    static let verbForms = Verbs()

    /// A list entry as word keys are: `ñ` as `n`.
    static func plain(_ text: Substring) -> String { String(text.map { $0 == "ñ" ? "n" : $0 }) }

    /// Words in -an and -en that are no verbs.
    static let notPlural = WordSet(
        """
        tambien examen orden desorden imagen joven margen origen resumen volumen regimen almacen plan afan capitan
        sarten segun aun alguien quien bien cien tren gran tan pan recien ningun algun comun dictamen certamen abdomen
        crimen virgen polen guardian kinder sino ademan refran galan volcan tambien fan clan sudan juan carmen belen
        ruben adrian julian german ivan fabian esteban sebastian cristian damian hernan renan aleman orden teen green
        screen often even then when been seen open listen children garden then man human mean than clean urban men
        women written given taken happen between seven eleven queen token
        """
    )

    /// Words in -mos that are no verbs.
    static let notWe = WordSet(
        """
        ultimos proximos minimos maximos mismos extremos tramos ramos animos intimos pesimos septimos primos reclamos
        prestamos ritmos terminos legitimos supremos gramos optimos anonimos mecanismos organismos algoritmos climos
        sinonimos modismos enfermos idiomos hermos racismos
        """
    )
}
