extension Sentence {
    /// A fourth pass, written before it was first run.
    static let fourth = table(
        """
        blame | los apoderados no asumen su rol en la educación de sus hijos
        blame | Hay profesores que hace años hacen la misma clase y no quieren aprender nada nuevo
        blame | Los niños de hoy son muy tecnológicos y poco tolerantes
        blame | La fonoaudióloga nunca está cuando se la necesita
        blame | el inspector general no tiene autoridad con los cursos grandes
        blame | porque a los docentes de media no les interesa la lectura
        blame | Es la irresponsabilidad de los papás que no firman las comunicaciones
        blame | Los profesores son resistentes a que los observen
        blame | Porque la directora no escucha
        blame | Doña Marta deja la biblioteca con llave
        blame | Las educadoras diferenciales se creen dueñas de los niños
        human-error | la UTP olvidó incluir al jardín en el calendario
        human-error | Se confundieron las listas de los dos segundos por un error de la secretaria
        solution | Coordinar un encuentro mensual con el jardín
        solution | Se debería revisar el reglamento cada año
        solution | Hay que ponerse de acuerdo en los criterios
        solution | Necesitamos un profesor de apoyo en segundo
        solution | Que exista un horario común para todo el ciclo
        solution | Mayor acompañamiento al aula por parte de UTP
        solution | incorporar a los asistentes en la planificación
        absence | no hay un protocolo claro para los atrasos
        absence | La escuela no cuenta con patio techado
        absence | Falta personal en los recreos de almuerzo
        absence | ausencia de evaluaciones comunes en el ciclo
        absence | Poco tiempo de preparación de material adaptado
        absence | El jardín no tiene espacio para reunirse
        several absence | No hay reuniones de ciclo y los profesores nuevos no conocen el plan
        several | Además de que el curso es numeroso, la sala no tiene luz
        several | La jefa técnica hace clases toda la semana y también la inspectora cubre cursos
        external | El sostenedor no paga los buses de acercamiento
        external | La subvención llega con tres meses de retraso
        external | Mucha pobreza y drogas en el sector
        external | porque el DAEM manda los reemplazos tarde
        external | los horarios de la locomoción rural
        vague absence | Falta de tiempo y de compromiso
        vague | por el estrés
        vague | mala gestión
        vague | trabajo en equipo
        symptom | Cada vez hay más inasistencia los viernes
        symptom | las notas de los terceros medios son muy bajas
        symptom | El DIA salió bajo en las dos asignaturas
        personal-data | la mamá del estudiante de 6° está con depresión
        personal-data | Fono de la apoderada: 987654321
        personal-data | Mi colega de primero está con licencia y su curso lo vemos entre todos
        - | Los niños llegan con sueño porque el furgón los recoge a las seis
        - | El equipo de convivencia tiene cuatro horas y atiende a quinientos estudiantes
        - | En las reuniones de apoderados se habla de cuotas y no de lectura
        - | Los estudiantes no saben para qué sirve el plan lector
        - | Las profesoras de primero y segundo usan métodos de lectura distintos
        - | El calendario de visitas al aula depende de las horas libres de la UTP
        - | Los asistentes no reciben la planificación antes de la clase
        - | Las licencias se avisan el mismo día y el curso se reparte en tres salas
        - | La prueba se corrige con puntaje y no se mira qué pregunta falló
        - | El director firma los permisos, la UTP los horarios y nadie ve los dos juntos
        - | Las familias llenan tres formularios con los mismos datos en marzo
        - | Las colaciones se reparten dentro de la hora de lectura
        - | Se conversa sobre los estudiantes con más problemas de conducta, no sobre los que no leen
        - | los acuerdos del consejo quedan en el acta y nadie los retoma en el siguiente
        - | El taller de apoderados se hizo un martes a las once
        - | Un curso tiene asistente de aula y el otro la comparte con el PIE
        - | Los profesores no ven los resultados de sus cursos hasta agosto
        - | Hay tres pautas de planificación distintas en la misma escuela
        - | No se sabe quién decide los textos de cada nivel
        - | El profesor reemplazante hace repaso porque no encuentra la planificación
        - | Los docentes que llegan en abril no alcanzan a la jornada de inducción
        - | El patio de párvulos se usa como estacionamiento hasta las nueve
        - | Los libros que manda el Mineduc se quedan en bodega hasta mayo
        - | Cada educadora registra los avances en su propio cuaderno
        """
    )
}
