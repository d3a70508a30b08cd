extension Checks {
    /// A slip of someone who works here. What pupils get wrong in a lesson is learning, not a slip.
    static func humanError(in reading: Reading) -> [Finding] {
        let found = slips.matches(in: reading.words).filter { range in
            let clause = reading.clause(around: range.lowerBound)
            return !reading.isDenied(at: range.lowerBound)
                && !reading.words[clause].contains { students.contains($0) || learning.contains($0) }
        }
        return found.isEmpty ? [] : [Finding(flag: .humanError, words: found.map { reading.text($0) })]
    }

    private static let slips = Phrases(
        """
        se ?me ?le ?les ?nos equivoco|equivocaron|equivoca|equivocan|equivocado, nos equivocamos, me equivoque,
        se han|ha|habia equivocado, se ?me ?le ?les ?nos olvido|olvida|olvidan|olvidaron|olvidaba,
        olvido|olvidaron|olvidamos mandar|enviar|avisar|citar|subir|entregar|llamar|registrar|inscribir|comprar|\
        que|el|la|los|las|incluir|informar|pedir|revisar, nos olvidamos, me olvide, se han|ha|habia olvidado,
        olvido de, error|errores humano*,
        error|errores de ?la ?el ?un ?una ?los ?las ?alguna ?algun digit*|tipeo|transcripcion|ingreso|registro|\
        coordinacion|planificacion|secretari*|inspectori*|profe*|docente*|direcc*|director*|utp|jef*|\
        coordinador*|educadora*|asistente*|encargad*|administra*|quien|alguien|psicolog*|colega*|funcionari*|\
        nosotros|ella|el, por ?un error, por error,
        cometio|cometieron|cometimos|cometi|cometen ?un ?el ?varios ?algunos error*,
        hubo un error|descuido|olvido|despiste|confusion, descuido|descuidos,
        por descuido|distraccion|despiste|olvido, despiste, se distrajo|distrajeron|despisto|despistaron,
        se confundio|confundieron,
        confundio|confundieron ?la ?el ?los ?las fecha*|hora*|dia*|lista*|curso*|sala*|planilla*|correo*,
        se ?le ?les ?nos ?me paso mandar|avisar|enviar|citar|subir|informar|la|el|que|por|entregar|registrar,
        se le|les|nos|me paso, no se acordo|acordaron|acordaba, no se fijo|fijaron, no se dio|dieron cuenta,
        no nos dimos cuenta, se le|les|nos fue ?mandar|avisar|enviar,
        ingreso|digito|anoto|escribio|calculo|agendo|cito|envio|mando|registro|imprimio|copio|informo|sumo ?muy \
        mal,
        ingresaron|digitaron|anotaron|escribieron|calcularon|agendaron|citaron|enviaron|registraron|imprimieron|\
        copiaron|informaron|sumaron mal, mal ingresad*|digitad*|anotad*|registrad*|calculad*|sumad*, sin querer,
        alguien borro|perdio|olvido|anoto|guardo, se traspapel*, traspapelo|traspapelaron, metio|metieron la pata,
        la embarro|embarraron, se le|les|nos perdio|perdieron, se quedo|quedaron dormid*, mal digitad*
        """
    )
    private static let learning = WordSet(
        "ortograf* resta sumas multiplicacion lectura calculo ejercicio* problemas fracciones aprendizaje oportunidad tablas"
    )
}
