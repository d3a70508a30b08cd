extension Checks {
    /// The verbs of staff rooms; after a slash the stem of a form that changes (`empezar/empiez`, `pedir/pid`).
    static let verbs = """
        abandonar abordar abrir abusar acabar aceptar acoger acompañar acordar/acuerd acordonar actualizar acumular adecuar
        adaptar adquirir/adquier afectar agendar agotar agravar agregar alargar alcanzar alterar alternar amanecer ampliar analizar
        andar anotar anticipar apoyar aplicar aportar aprender aprobar/aprueb aprovechar armar arrastrar arreglar articular asignar
        asistir asumir atender/atiend atrasar aumentar autorizar avanzar avisar ayudar bajar bloquear buscar caer calendarizar
        calificar cambiar caminar cancelar cansar carecer celebrar centrar cerrar/cierr chocar citar coincidir colaborar comenzar/comienz
        comer comparar compartir completar complicar comprar comprender comprometer comunicar concentrar confiar confundir conocer
        conseguir/consig conservar considerar consistir construir/construy consultar contar/cuent contener/contien contestar
        contratar controlar conversar convertir/conviert convocar coordinar copiar corregir/corrig correr corresponder cortar costar/cuest
        crear crecer creer cruzar cubrir cuidar cumplir deber decidir decir/dic declarar dedicar definir dejar delegar demorar
        depender derivar desaparecer desarrollar descargar desconfiar desconocer describir designar desmotivar despedir/despid
        destinar detectar detener/detien determinar devolver/devuelv dificultar difundir digitar discutir diseñar disminuir/disminuy
        disponer distribuir/distribuy dividir dudar durar ejecutar elaborar elegir/elig eliminar empeorar empezar/empiez encargar
        encontrar/encuentr enfermar enfocar enfrentar enseñar entender/entiend enterar entrar entregar entrenar enviar equivocar
        escribir escuchar esforzar/esfuerz esperar establecer estar estresar estudiar evaluar evitar exigir existir explicar
        exponer expresar faltar favorecer fallar fijar financiar firmar fomentar formar fortalecer funcionar ganar generar gestionar
        girar golpear gritar guardar gustar haber hablar hacer identificar imponer implementar implicar importar imprimir
        improvisar incluir/incluy incomodar incorporar incumplir indicar influir/influy informar ingresar iniciar insistir instalar
        integrar intentar interesar interrumpir intervenir/intervien inventar invertir/inviert invitar involucrar juntar jugar/jueg
        justificar lanzar leer levantar limitar limpiar llamar llegar llenar llevar llorar lograr mandar manejar mantener/mantien
        marcar matricular medir/mid mejorar mencionar meter mezclar mirar modelar modificar molestar monitorear morir/muer mostrar/muestr
        motivar mover/muev nacer necesitar negar/nieg nivelar nombrar notar observar obligar obtener/obtien ocupar ocurrir olvidar
        operar opinar optar ordenar organizar orientar pagar parecer participar partir pasar pedir/pid pegar pelear pensar/piens
        perder/pierd perjudicar permanecer permitir pertenecer pescar planificar planear plantear poner portar postergar practicar
        preferir/prefier preguntar preocupar preparar presentar presionar prestar priorizar probar/prueb producir programar
        prohibir prolongar prometer promover/promuev proponer provocar proyectar publicar quebrar/quiebr quedar quejar quemar querer/quier
        quitar reaccionar realizar recaer rechazar recibir reclamar recoger reconocer recordar/recuerd recortar reducir reemplazar
        reflexionar reflejar reforzar/refuerz regañar registrar regresar reiterar relacionar relegar renunciar reorganizar
        repartir repetir/repit reportar requerir/requier resolver/resuelv respetar responder restar retar retirar retomar
        retrasar retroalimentar reunir revisar rezagar rotar saber sacar salir saltar saturar seguir/sig sentar/sient
        sentir/sient separar ser servir/sirv significar sobrar sobrecargar socializar solicitar solucionar sostener/sostien subir
        suceder sufrir sugerir/sugier sumar supervisar suponer surgir suspender tardar tener terminar tirar tocar tolerar tomar
        topar trabajar traer transformar transmitir trasladar tratar turnar ubicar unir usar utilizar vaciar valorar variar vencer
        capacitar potenciar sensibilizar sistematizar incentivar instaurar optimizar habilitar nivelar orientar interferir/interfier
        vender venir ver viajar vincular visitar vivir volver/vuelv votar
        """

    /// Forms that no rule gives.
    static let irregularVerbs: [Person: String] = [
        .it: """
        es era fue fuera sea seria esta estaba estuvo este? estaria va iba ira vaya ve veia vio tiene tenia tuvo tenga tendra tendria viene
        venia vino venga vendra hace hacia? hizo haga hara haria dice dijo diga pone puso ponga sale salga sabe supo sepa puede podia
        pudo pueda podra podria quiere quiso quiera trae trajo traiga cae cayo da daba dio oye ha habia? haya debe debia debiera
        deberia cabe vale suele solia produjo redujo anduvo cuesta huele duele dolia
        """,
        .they: """
        son eran fueron fueran sean serian estan estaban estuvieron esten van iban vayan ven veian vieron tienen tenian tuvieron
        tengan tendran tendrian vienen venian vinieron vengan hacen hacian hicieron hagan harian dicen decian dijeron digan ponen
        ponian pusieron pongan salen salgan saben supieron sepan pueden podian pudieron puedan podran podrian quieren querian
        quisieron quieran traen traian trajeron traigan caen cayeron dan daban dieron han habian hayan deben debian deberian
        suelen solian duelen caben redujeron
        """,
        .we: """
        somos eramos fuimos seamos estamos estabamos estuvimos vamos ibamos vemos vimos tenemos teniamos tuvimos hacemos
        haciamos hicimos decimos ponemos pusimos sabemos podemos podiamos pudimos queremos quisimos damos dimos hemos habiamos
        """,
        .impersonal: "hay habia hubo habra haya hubiera habria",
        .me: "soy estoy tengo tuve tenia? hago voy creo pienso siento he estuve quede se?",
    ]

    /// Verb forms that are nouns just as well: verbs only where no article or preposition stands before them.
    static let nounForms = WordSet(
        """
        falta prueba nota ayuda entrega compra marca visita consulta copia queja pelea carga forma toma cuenta espera pregunta
        practica firma causa cita baja muestra demora crea junta renuncia descarga reforma programa vista limpia sobrecarga
        completa esta llama gana pega separa corta ordena agenda comunica publica critica paga reserva mejora duda falla escucha
        habla tira cuesta obliga dura suma resta limita integra monitoree
        """
    )

    /// Words that look like a verb form and nearly never are.
    static let notVerbs = WordSet(
        """
        una tarde entre sobre parte este nombre alcance viaje choque enfoque cruce presente cierre avance informe aporte ajuste
        corte reporte importe pase toque conforme para deje meta media practique oriente limite limites muestre traspase
        """
    )
}
