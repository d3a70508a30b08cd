extension Checks {
    /// What should be done, instead of what happens. What has to be done today, or was done, is a description.
    static func solution(in reading: Reading) -> [Finding] {
        var found: [Range<Int>] = []
        for sentence in reading.sentences {
            if let range = proposal(in: sentence, of: reading), !reading.isDenied(at: range.lowerBound) {
                found.append(range)
            }
        }
        return found.isEmpty ? [] : [Finding(flag: .solution, words: found.map { reading.text($0) })]
    }

    private static func proposal(in sentence: Range<Int>, of reading: Reading) -> Range<Int>? {
        let start = reading.start(of: sentence)
        if let range = duty(in: start..<sentence.upperBound, of: reading) { return range }
        let words = reading.words
        let end = sentence.upperBound
        guard reading.mainVerbs(in: start..<end).isEmpty else {
            return wish(at: start, until: end, in: reading)
        }
        if deeds.contains(words[start]) { return start..<start + 1 }
        if let range = deedOnThing.match(at: start, in: words) { return range }
        if let range = things(at: start, until: end, in: reading) { return range }
        return wish(at: start, until: end, in: reading)
    }

    /// "hay que", "deberíamos", "se necesita": where the sentence begins so, and what follows is no burden of every day.
    private static func duty(in range: Range<Int>, of reading: Reading) -> Range<Int>? {
        let words = reading.words
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = always.match(at: index, in: words), match.upperBound <= range.upperBound {
                return contrasts(after: match.upperBound, until: range.upperBound, in: reading) ? nil : match
            }
            if let match = opening.match(at: index, in: words), match.upperBound < range.upperBound {
                let next = words[match.upperBound]
                return burdens.contains(next) && workshops.match(at: match.upperBound, in: words) == nil ? nil : match
            }
            if let match = necessary.match(at: index, in: words) { return match }
            // A sentence that has begun to tell something is no longer a proposal, unless it is only an aim or a place.
            if subordinators.contains(words[index]) || (reading.verbs[index] != nil && words[index].key != "se") {
                index = range.upperBound
            }
            index += 1
        }
        return laterDuty(in: range, of: reading)
    }

    /// "… por eso hay que capacitar", "… así que deberíamos …".
    private static func laterDuty(in range: Range<Int>, of reading: Reading) -> Range<Int>? {
        for index in range {
            if let verdict = verdicts.match(at: index, in: reading.words) { return verdict }
            if let lead = turns.match(at: index, in: reading.words),
                let match = always.match(at: lead.upperBound, in: reading.words)
                    ?? opening.match(at: lead.upperBound, in: reading.words)
            {
                return burdens.contains(reading.key(match.upperBound))
                    && workshops.match(at: match.upperBound, in: reading.words) == nil ? nil : match
            }
        }
        return nil
    }

    /// "El informe debería llegar en marzo y llega en mayo": a gap, not a proposal.
    private static func contrasts(after index: Int, until end: Int, in reading: Reading) -> Bool {
        guard index < end else { return false }
        return (index..<end).contains { at in
            contrasting.contains(reading.words[at]) && !reading.mainVerbs(in: at + 1..<end).isEmpty
        }
    }

    /// "Que el sostenedor contrate más asistentes".
    private static func wish(at start: Int, until end: Int, in reading: Reading) -> Range<Int>? {
        let first = start > 0 && wishing.contains(reading.words[start - 1]) ? start - 1 : start
        guard wishing.contains(reading.key(first)) else { return nil }
        let verbs = (first + 1..<max(first + 1, end)).filter { reading.verbs[$0] != nil }
        guard verbs.count == 1, let verb = verbs.first, verbForms.isWish(reading.key(verb)) else { return nil }
        return first..<verb + 1
    }

    /// "Un taller para apoderados", "Más horas de planificación", "Capacitación a los docentes".
    private static func things(at start: Int, until end: Int, in reading: Reading) -> Range<Int>? {
        guard !reading.words[start..<end].contains(where: { shortcomings.contains($0) }),
            !(start..<end).contains(where: { reading.verbs[$0] != nil })
        else { return nil }
        if reading.key(start) == "mas", start + 1 < end, reading.words[start + 1].before == .none,
            !notMore.contains(reading.words[start + 1])
        {
            return start..<start + 2
        }
        return offers.match(at: start, in: reading.words)
    }

    private static let contrasting = WordSet("pero y aunque sin")
    private static let wishing = WordSet("que ojala")
    private static let always = Phrases(
        """
        habria|hubiera que, deberiamos|debieramos, deberia|deberian|debiera|debieran, tendriamos que,
        tendria|tendrian que, se deberia|deberian|debiera|debieran, podriamos, se podria|podrian, convendria,
        seria bueno|ideal|importante|necesario|mejor|conveniente|util, lo ideal|mejor|bueno seria|es,
        la|una ?posible solucion es|seria|pasa, propongo|proponemos|sugiero|sugerimos|recomiendo|recomendamos,
        mi|nuestra propuesta|idea es|seria, ojala, si tuvieramos|hubiera|contaramos|tuviesemos|hubiese|pudieramos,
        urge,
        hace falta capacitar|implementar|crear|contratar|hacer|mejorar|reforzar|establecer|generar|comprar|\
        organizar,
        falta|faltaria capacitar|implementar|crear|contratar|hacer|mejorar|reforzar|establecer|generar|comprar|\
        organizar|trabajar|coordinar|definir
        """
    )
    /// Proposals only where the sentence begins so.
    private static let opening = Phrases(
        """
        hay que, se debe|deben, debemos, tenemos que, se tiene|tienen que,
        ?aqui se necesita|necesitan|requiere|requieren, se necesita|necesitan|requiere|requieren,
        necesitamos|requerimos, es necesario|fundamental|importante|urgente|clave|preciso, vamos a,
        hagamos|pongamos|demos
        """
    )
    private static let necessary = Phrases(
        """
        necesita|necesitan|requieren|requiere ?mas ?una ?de capacitacion*|capacitarse|perfeccionamiento|taller*|\
        formacion|capacitar*
        """
    )
    private static let turns = Phrases(
        """
        por eso|ello|tanto, asi que, entonces, creo|creemos que, y, pero, por lo tanto
        """
    )
    private static let verdicts = Phrases(
        """
        seria|serian|es|son la|una|parte ?de ?la ?mejor solucion*,
        seria|serian lo|de|muy mejor|ideal|ayuda|bueno|util
        """
    )
    /// Deeds that are proposals when a sentence begins with them and tells nothing else.
    private static let deeds = WordSet(
        """
        capacitar implementar contratar comprar crear realizar generar establecer elaborar disenar fortalecer mejorar reforzar potenciar
        instaurar instalar incorporar aumentar promover fomentar motivar organizar definir formar actualizar desarrollar ejecutar
        gestionar adquirir invertir destinar calendarizar sistematizar articular involucrar sensibilizar concientizar agregar reducir
        disminuir cambiar ajustar unificar consensuar socializar monitorear acompanar nivelar retroalimentar incentivar optimizar
        coordinar asignar habilitar fijar construir capacitarnos capacitarse mejorarles reorganizar priorizar estandarizar difundir
        """
    )
    private static let deedOnThing = Phrases(
        """
        hacer|realizar|armar|dar|tener|poner|ofrecer|pedir|abrir ?a ?los ?las ?docentes ?mas ?un ?una ?unos \
        ?unas ?nuevo ?nueva ?nuevos ?nuevas taller*|capacitacion*|charla*|jornada*|protocolo*|reuniones|reunion|\
        plan|curso|cursos|instancia*|horas|tiempo|recursos|apoyo|seguimiento|pauta|pautas|acompanamiento|\
        espacios|incentivos|camara*|reglas|sanciones,
        hacer|realizar|armar|tener ?mas ?mejores ?un|una|unos|unas|mas|mejores|nuevos|nuevas,
        hacer|realizar|armar tutoria*|entrevistas|visitas|pausas|convivencias|campanas|salidas|alianzas|\
        seguimiento*, revisar y|el|la|los|las, evaluar y, trabajar mas|con|en conjunto|la|el,
        planificar juntos|en|mas, entregar mas|una|un|herramientas
        """
    )
    private static let offers = Phrases(
        """
        un|una|unos|unas|nuevo|nueva|mejor|mejores ?nuevo ?nueva ?buen ?buena taller*|protocolo*|capacitacion*|\
        charla*|plan|programa|jornada*|sistema|calendario|horario|pauta|psicologo|psicologa|profesor|asistente|\
        reunion,
        mas|mayor|mayores capacitacion*|horas|talleres|recursos|personal|profesores|docentes|asistentes|apoyo|\
        tiempo|material|materiales|reuniones|instancias|charlas|espacios|acompanamiento|formacion|coordinacion|\
        psicologos|presupuesto|especialistas|control|supervision|comunicacion|compromiso|trabajo,
        capacitacion|capacitaciones|implementacion|contratacion|creacion|compra|elaboracion|adquisicion|\
        perfeccionamiento|talleres|charlas|incorporacion|instalacion de|del|a|en|para|docente|al|sobre
        """
    )
    /// More of these is a trouble, or no more at all: "más de la mitad", "más estudiantes por curso".
    private static let notMore = WordSet(
        """
        de que alla bien aun tarde o nino* alumn* estudiante* licencia* inasistencia* problema* conflicto* pelea* carga papel* burocracia
        exigencia* encima lejos cerca temprano dificil dificultad* curso cursos agresi* violencia casos no y a en por menos trabajo
        """
    )
    private static let shortcomings = WordSet(
        """
        insuficient* escas* tardi* poca poco pocas pocos desactualizad* generic* obsolet* inadecuad* deficient* mal mala malos malas sin
        irregular* incomplet* tarde atrasad* excesiv* exceso demasiad* no nunca fuera durante desordenad* lento lenta
        """
    )

    /// What is no duty of every day, though it is done as one: "hay que hacer un taller".
    private static let workshops = Phrases(
        "hacer|hacerles ?un ?una ?unos ?unas ?mas ?nuevos ?nuevas taller*|capacitacion*|charla*|jornada*|protocolo*"
    )

    /// Duties of every day: "hay que pedir permiso", "tenemos que cubrir cursos".
    private static let burdens = WordSet(
        """
        pedir esperar llenar correr caminar pagar cubrir reemplazar atender andar salir suspender ir dejar entregar subir bajar
        autorizacion permiso firma clave llave orden vale resolucion decreto pasar juntar repetir volver imprimir rendir dos tres
        compartir turnar* llevar* traer sacar inscribir* llamar mandar enviar completar responder estar quedarse cuidar contener
        improvisar partir firmar hacer* viajar 2 3 4
        """
    )
}
