extension Sentence {
    /// Sentences in which there is nothing to ask, full of words that might tempt a list.
    static let quiet = table(
        """
        - | El profesor Jefe de cada curso elige los libros
        - | La señora del aseo abre las salas a las siete y media
        - | La escuela Santa Ana y la nuestra comparten al psicólogo
        - | Los docentes quieren planificar juntos, pero el bloque común se usa en reemplazos
        - | Los estudiantes más lentos se quedan sin recreo para terminar la guía
        - | El equipo directivo observa clases en abril y en noviembre
        - | La UTP revisa setenta planificaciones cada lunes
        - | Los profesores interesados se inscriben en un taller fuera de su horario
        - | El mal tiempo deja la cancha sin uso y el bloque se hace en sala
        - | Las salas del segundo piso quedan lejos de la biblioteca
        - | La responsabilidad de la lectura quedó solo en Lenguaje
        - | El respeto de los turnos se enseña en kínder y después no se retoma
        - | Los compromisos de la visita quedan en una pauta que no vuelve a abrirse
        - | El DIA de monitoreo coincide con la semana de la escuela
        - | La nota de lenguaje sale de tres controles de libro
        - | Los atrasos se anotan en portería y no llegan al profesor jefe
        - | La entrevista con el apoderado se hace después de la tercera anotación
        - | En mayo recién se arma el grupo de refuerzo
        - | La hora de lectura se mueve cuando hay acto
        - | El diagnóstico del PIE se comparte en una reunión de veinte minutos
        - | El plan de trabajo del jardín se guarda en la oficina de la directora
        - | Las tías de extensión reciben a los niños sin saber qué hicieron en la mañana
        - | La coordinación con el CESFAM se hace por teléfono
        - | Algunos niños entran sin haber ido al jardín
        - | Los cursos de media tienen doce profesores distintos a la semana
        - | Cuando se suspende el consejo, la reunión no se recupera
        - | Se acordó leer a diario, sin decidir en qué momento
        - | El currículum priorizado se lee como una lista de páginas del texto
        - | Los asistentes conocen a los niños y no entran a las reuniones técnicas
        - | La profesora que toma el segundo conoce al curso el primer día de marzo
        - | El equipo PIE y los docentes usan formatos distintos de planificación
        - | Las reuniones de coordinación empiezan diez minutos tarde y se acaban con el timbre
        - | Hace tres años que el taller de lectura lo dicta una persona distinta
        - | Los niños salen del comedor y entran directo a la prueba
        - | Las actividades de convivencia se planifican aparte de las de aula
        - | La educadora recibe el informe de la sala cuna en agosto
        - | Las observaciones de clase quedan en la carpeta del evaluador
        - | Los estudiantes extranjeros entran a mitad de año al curso que tenga cupo
        - | Seguimos evaluando con la prueba del año pasado
        - | Pasamos de kínder a primero sin una reunión entre las educadoras
        """
    )
}
