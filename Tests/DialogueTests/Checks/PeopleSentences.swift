extension Sentence {
    static let blame = table(
        """
        blame | Los apoderados no se comprometen
        blame | La profesora Ana no planifica
        blame | los profes no quieren cambiar su forma de hacer clases
        blame | Los niños son flojos
        blame | La UTP no hace su pega
        blame | Por culpa de los apoderados que llegan atrasados
        blame | A los estudiantes no les interesa leer
        blame | Los colegas no están ni ahí con el PME
        blame | los docentes mas antiguos se resisten al cambio
        blame | Hay profesores irresponsables que llegan sin planificar
        blame | El desinterés de los apoderados por las reuniones
        blame | LOS PROFES SACAN LA VUELTA EN LAS HORAS NO LECTIVAS
        blame | La tía Carmen llega tarde al jardín todos los lunes
        blame | Don Luis no entrega las llaves del laboratorio
        blame | los apoderaos no pescan las comunicaciones
        blame | porque los cabros no quieren na con leer
        blame | La directora es autoritaria y no escucha a nadie
        blame | Los asistentes de aula no colaboran con la educadora
        blame | las tias no ponen de su parte en la sala cuna
        blame | La culpa la tiene inspectoría que deja entrar a todos tarde
        blame | los papás usan el jardín como guardería
        blame | Los profes se tiran licencia cada vez que hay consejo
        blame | nadie se compromete con las metas del PME
        blame | la mayoría de los docentes no asume su responsabilidad
        blame | La jefa de UTP Marcela Soto no revisa los libros
        blame absence | Falta de compromiso de los apoderados con la tarea
        blame | la profe juanita se enoja y manda a los niños a inspectoría
        blame | Es pura flojera de los colegas nuevos 🙄
        blame | Los alumnos no tienen interés por la lectura
        blame | El equipo directivo no apoya a los profesores jefes
        - | No es que los profesores no quieran, el horario no les calza
        - | cada docente planifica solo
        - | los estudiantes llegan con niveles distintos
        - | las familias no reciben el calendario a tiempo
        - | Los docentes corrigen las pruebas en su casa
        - | La profesora jefe atiende a los apoderados en horario de clases
        - | El profesor de Historia toma el curso en la última hora
        - | Los asistentes de la educación no participan en los consejos porque cubren los recreos
        - | los niños del primer ciclo salen a recreo con los de media
        - | Eso no quiere decir que el curso avance al mismo ritmo
        - | No es culpa de los profesores que el bus llegue a las nueve
        - | La docente PIE entra al aula dos veces por semana
        - | Los apoderados firman la agenda, pero nadie la lee de vuelta
        - | La Directora Académica revisa las planificaciones en diciembre
        - | Las educadoras preparan el material en su colación
        - | Sin buscar culpables: las actas de consejo quedan en un cuaderno
        - | La documentación no cumple con el formato de la plataforma
        - | Los profesores de la Escuela Marta Aguilera comparten sala con el jardín
        - | el auxiliar abre el portón a las ocho y media
        - | Las horas no lectivas del profesor de Lenguaje quedan el viernes en la tarde
        """
    )

    static let humanError = table(
        """
        human-error | La secretaria se equivocó al citar a los apoderados
        human-error | Se nos olvidó avisar el cambio de horario al PIE
        human-error | Fue un error de la UTP al armar los bloques
        human-error | Por un descuido la lista quedó con los cursos del año pasado
        human-error | El encargado olvidó subir la planilla al SIGE
        human-error | se les paso enviar las bases del taller a los cursos
        human-error | hubo un error de digitación en las horas del contrato
        human-error | Nos equivocamos de fecha al agendar el consejo
        human-error | no se dieron cuenta de que el curso tenía prueba ese día
        human-error | El inspector se confundió con la hora de salida
        - | Los estudiantes se equivocan en la resta con reserva
        - | Trabajamos el error como oportunidad de aprendizaje
        - | Los niños cometen errores de ortografía al copiar de la pizarra
        - | El protocolo de salida quedó guardado en un cajón
        - | Los registros pasan a mano de un cuaderno a otro
        - | No es que se les olvide, la plataforma cierra a las cinco
        - | A los estudiantes se les olvida lo visto después de las vacaciones
        """
    )

    static let personalData = table(
        """
        personal-data | El RUT del alumno es 12.345.678-5
        personal-data | Escriban al correo utp.escuela@daemejemplo.cl para coordinar
        personal-data | Llamen al +56 9 1234 5678 cuando falte el asistente
        personal-data | mi numero es 912345678
        personal-data | la oficina atiende en el (41) 222 3344
        personal-data | La profesora de 3° básico está con licencia médica desde marzo
        personal-data | Un estudiante de 5º B fue diagnosticado con TEA y nadie nos avisó
        personal-data | La jefa de UTP tiene depresión y volvió en junio
        personal-data | La alumna de octavo quedó embarazada en abril
        personal-data | El hijo de la secretaria tiene cáncer
        personal-data | Estoy con licencia desde la semana pasada
        blame personal-data | Martina del 4° B tiene TDAH y sale de la sala
        - | Hubo 14 licencias médicas en junio
        - | El diagnóstico institucional se hizo en marzo sin los asistentes
        - | Los estudiantes con TEA cambian de sala en cada bloque
        - | El DIA se aplica en marzo y el informe llega en mayo
        - | El PME 2025-2026 se escribió en dos semanas de diciembre
        - | La escuela, RBD 34603, recibe a 45 estudiantes por curso
        - | El consejo va de 15:30 a 17:00 y se usa para avisos
        - | De 1.234.567 pesos se gastó la mitad en fotocopias
        - | Cuando un docente está con licencia médica, se juntan dos cursos en una sala
        - | SIMCE 245, 251 y 260 en tres años, leídos por tres jefas distintas
        - | Los reemplazos por licencias médicas demoran tres semanas
        - | La evaluación diagnóstica mide solo decodificación
        """
    )
}
