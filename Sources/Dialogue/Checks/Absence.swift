extension Checks {
    /// The first sentence begins with what is missing. One that goes on to say what happens then has answered already.
    static func absence(in reading: Reading) -> [Finding] {
        guard let sentence = reading.sentences.first else { return [] }
        let start = reading.start(of: sentence)
        guard let range = missing(from: start, until: sentence.upperBound, in: reading),
            !isAttendance(range, until: sentence.upperBound, in: reading)
        else { return [] }
        // "Falta capacitar": what is missing is a deed, which is a proposal.
        if range.upperBound < sentence.upperBound, verbForms.isInfinitive(reading.key(range.upperBound)) { return [] }
        guard !saysWhatFollows(range, until: sentence.upperBound, in: reading) else { return [] }
        return [Finding(flag: .absence, words: [reading.text(range)])]
    }

    /// "Los lunes falta un tercio del 2° básico": somebody stays away, which is what happens and not what is missing.
    private static func isAttendance(_ range: Range<Int>, until end: Int, in reading: Reading) -> Bool {
        guard reading.words[range].contains(where: { staysAway.contains($0) }),
            reading.key(range.upperBound - 1) != "de"
        else { return false }
        for index in range.upperBound..<max(range.upperBound, min(end, range.upperBound + 5)) {
            if reading.key(index) == "y" || reading.words[index].before >= .comma { return false }
            if pupils.contains(reading.words[index]) { return true }
        }
        return false
    }

    private static let staysAway = WordSet("falta faltan falto faltaron faltaba faltaban")

    private static let pupils = WordSet(
        """
        estudiante* alumn* nino nina ninos ninas nin@s parvul* chiquill* jovenes curso cursos tercio mitad mayoria cuarta
        """
    )

    private static func missing(from start: Int, until end: Int, in reading: Reading) -> Range<Int>? {
        let words = reading.words
        if present.match(at: start, in: words) != nil { return nil }
        if let range = lacks.match(at: start, in: words) { return range }
        if let range = few.match(at: start, in: words) {
            // "Pocas familias asisten" says what happens.
            return reading.mainVerbs(in: range.upperBound..<end).isEmpty ? range : nil
        }
        // "En el liceo no hay…", "A los docentes les falta…", "El equipo no cuenta con…"
        for index in start..<min(end, start + 9) {
            if subordinators.contains(words[index]) || (index > start && words[index].before >= .comma) { break }
            if present.match(at: index, in: words) != nil { break }
            if let range = later.match(at: index, in: words) { return range }
            if reading.verbs[index] != nil, words[index].key != "les", words[index].key != "no" { break }
        }
        return nil
    }

    /// "…, así que cada docente planifica solo"; "Sin horario común, cada docente planifica solo".
    private static func saysWhatFollows(_ range: Range<Int>, until end: Int, in reading: Reading) -> Bool {
        var pauses = false
        for index in range.upperBound..<max(range.upperBound, end) {
            pauses = pauses || reading.words[index].before == .comma
            if let lead = consequences.match(at: index, in: reading.words),
                !reading.mainVerbs(in: min(lead.upperBound, end)..<end).isEmpty
            {
                return true
            }
            if pauses, reading.key(range.lowerBound) == "sin", !reading.mainVerbs(in: index..<end).isEmpty {
                return true
            }
        }
        return false
    }

    static let consequences = Phrases(
        """
        asi que, entonces, por eso|ello|esto|lo ?tanto ?que, por lo que|tanto|cual, de modo|manera|forma que,
        y asi|ahi|entonces, lo que|cual hace|provoca|genera|lleva,
        y cada uno|una|cual|quien|docente|profe|profesor|curso|equipo|educadora, y por eso|lo, y eso|esto|ello,
        y termin*|qued*, en consecuencia, luego
        """
    )

    private static let lacks = Phrases(
        """
        falta|faltan|falto|faltaba|faltaron|faltaban|faltas ?mas, falta de, la|una falta de,
        nos|les|le falta|faltan|falto|faltaba|faltaron, hace|hacen falta ?mas, hay falta de,
        existe|tenemos una|falta|la ?falta|ausencia|carencia ?de,
        no hay|habia|hubo|existe|existen|existia|existian|contamos|contabamos|tenemos|teniamos|disponemos ?con ?de,
        no se cuenta|tiene|dispone|contaba ?con ?de, carecemos de, carece|carecen de, se carece de,
        nunca hay|tenemos|contamos, tampoco hay|tenemos|existe,
        ausencia|carencia|carencias|inexistencia|escasez|insuficiencia|deficit ?de,
        la|una ausencia|carencia|inexistencia|escasez|insuficiencia de, existe escas*|poca|poco|escasez,
        escaso|escasa|escasos|escasas|nulo|nula|nulos|nulas|insuficiente|insuficientes,
        nadie cuenta|tiene|dispone ?con|de, sin, cero, ningun|ninguna,
        hay ?muy poca|poco|escaso|escasa|escasez|cero, tenemos ?muy poca|poco|escaso|escasa|cero,
        hay|tenemos ?muy pocas|pocos, existe|existen ?muy poca|poco|pocas|pocos
        """
    )
    private static let few = Phrases(
        """
        muy poca|poco|pocas|pocos, poca|poco|pocas|pocos
        """
    )
    private static let later = Phrases(
        """
        no hay|habia|hubo|existe|existen|contamos|tenemos, nos|les|le falta|faltan, falta|faltan ?de,
        no cuenta|cuentan|contaba|contaban con, carece|carecen|carecemos de,
        hay|tenemos ?muy poca|poco|escaso|escasa, no dispone|disponen|disponemos de,
        no tiene|tienen|tenian ?el ?la ?los ?las ?un ?una ?suficiente ?suficientes ?mucho tiempo|hora|horas|\
        espacio|espacios|recurso*|material*|capacitacion*|formacion|instancia*|herramienta*|apoyo|claridad|\
        biblioteca|personal|conocimiento*|presupuesto
        """
    )

    /// Not an absence, though it begins like one.
    private static let present = Phrases(
        """
        falta|faltan a|al|los|las|mucho|seguido|demasiado|todos|cada|por|harto|sin|clases|cuando|varios,
        faltan|faltaban|faltaron|falta poco|pocos ?dias ?para, sin embargo|duda|querer|perjuicio, no hay como que,
        no tenemos que|problema* ?que, no hay que, no hay ~2 que no, cero problema*, ningun problema, poco a poco,
        poco antes|despues, no hay duda, no hay problema*, faltas a|de ortografia|respeto, pocas|pocos veces,
        pocas veces, ninguno de, no habia problema*, no tenemos problema*
        """
    )
}
