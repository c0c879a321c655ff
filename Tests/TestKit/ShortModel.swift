/// A small model with every kind of answer, a branch, constraints of both severities, proof, gates
/// and texts in two languages.
///
/// Ten questions of a first run through: `handover` is asked from two steps of `coordination` on,
/// `training` only of clusters with three members.
public let shortModel = """
  questionnaire: short
  version: 1.0.0
  languages: [lt, en]
  title: {lt: Trumpas vertinimas, en: Short assessment}
  profile:
    - id: name
      ask: {lt: Klasterio pavadinimas, en: Name of the cluster}
      answer: {text: {lines: 1, max: 200}}
      required: true
    - id: members
      code: P-2
      ask: {lt: Kiek narių turi klasteris?, en: How many members has the cluster?}
      why: {lt: lemia 2 lygį, en: decides level 2}
      answer: {integer: {min: 1, max: 5000, unit: {lt: nariai, en: members}}}
    - id: agreed
      ask: {lt: Kada pasirašyta sutartis?, en: When was the agreement signed?}
      answer: {date: {min: 2000-01-01}}
      not_applicable: allowed
  capacities:
    - id: human
      title: {lt: Žmogiškieji pajėgumai, en: Human capacity}
      questions:
        - id: coordination
          code: H-1
          weight: 2
          ask: {lt: Kas kasdien rūpinasi klasteriu?, en: Who runs the cluster from day to day?}
          help: {lt: Rinkitės aukščiausią tinkamą pakopą., en: Choose the highest step that fits.}
          answer:
            ladder:
              - {lt: Niekas, en: Nobody}
              - {lt: Vienas žmogus, en: One person}
              - {lt: Komanda, en: A team}
          evidence: {hint: {lt: pareigybės aprašymas, en: a job description}, required_from: 5}
        - id: handover
          ask: {lt: Ar yra perdavimo tvarka?, en: Is there a handover procedure?}
          answer: yes_no
          show_if: coordination >= 2
        - id: training
          ask: {lt: Kiek darbuotojų mokėsi?, en: What share of staff was trained?}
          answer: {percent: {places: 1}}
          points: {linear: {from: 0, to: 100}}
          show_if: members >= 3
          not_applicable: with_reason
    - id: technical
      title: {lt: Techniniai pajėgumai, en: Technical capacity}
      questions:
        - id: services
          ask: {lt: Kokias paslaugas teikiate?, en: Which services do you provide?}
          answer:
            multiple:
              - {id: training, lt: Mokymai, en: Training}
              - {id: fairs, lt: Mugės, en: Fairs}
              - {id: none, lt: Jokių, en: None, alone: true}
          points: [{below: 1, is: 1}, {below: 2, is: 3}, {is: 5}]
        - id: turnover
          ask: {lt: Kokia narių apyvarta?, en: What is the turnover of members?}
          answer: {money: {currency: EUR, min: 0, places: 2}}
          weight: 0
          no_data: allowed
        - id: budget
          ask: {lt: Koks biudžetas?, en: What is the budget?}
          answer: {number: {min: 0, places: 3}}
          weight: 0
          require:
            - {if: this <= turnover, say: {lt: biudžetas negali viršyti apyvartos, en: the budget cannot exceed the turnover}}
            - {if: this > 0, say: {lt: biudžetas nulinis – ar tikrai?, en: "no budget at all: really?"}, severity: warning}
        - id: plan
          ask: {lt: Kokie planai?, en: What are the plans?}
          answer: {text: {lines: 4, max: 500}}
          weight: 0
  levels:
    - id: initiative
      title: {lt: Iniciatyva, en: Initiative}
    - id: emerging
      title: {lt: Besiformuojantis, en: Emerging}
      requires: {total: 40}
      gates:
        - {id: five, if: members >= 5, say: {lt: bent 5 nariai, en: at least 5 members}}
  """
