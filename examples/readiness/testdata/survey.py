# Writes survey-spring.csv and survey-autumn.csv: a simulated project, not a real one, whose staff and patients answered the short
# questionnaire twice. Nurses and managers are the same people both times, practices and patients are others. Run it here as: python3 survey.py
import csv, json, random

challenges = ["inherited-systems", "unfit-solution", "fragmented-field", "entrenched-routines", "added-work", "scarce-means", "sensitive-information", "imperfect-records", "shaky-backing"]
drivers = ["solution-strengths", "team-strengths", "partner-commitment", "tailwinds"]
forces = ["anxiety-assurance", "disruption-fit", "unfamiliarity-learning", "distrust-relationship", "doubt-value", "common-direction", "consent-and-choice", "gains-and-interests", "ambition"]
people = {"nurses": 8, "practices": 6, "patients": 5, "managers": 4}
# How strongly each type hinders and helps, by perspective; what is not named is 2 and 2.
views = {
    ("consent-and-choice", "patients"): (1, 4), ("consent-and-choice", "practices"): (4, 1), ("consent-and-choice", "managers"): (3, 2),
    ("common-direction", "managers"): (0, 4), ("common-direction", "practices"): (3, 1), ("common-direction", "nurses"): (3, 1),
    ("ambition", "managers"): (3, 4), ("ambition", "nurses"): (3, 1),
    ("added-work", "nurses"): (4, 0), ("added-work", "managers"): (1, 0), ("added-work", "practices"): (3, 0),
    ("unfamiliarity-learning", "nurses"): (3, 1), ("unfamiliarity-learning", "practices"): (3, 1),
    ("distrust-relationship", "patients"): (2, 3), ("team-strengths", "nurses"): (0, 3), ("team-strengths", "managers"): (0, 4),
}
autumn = {"unfamiliarity-learning": (-1, 2), "added-work": (-1, 0), "distrust-relationship": (1, -1)}

def clamp(x): return max(0, min(4, x))

def write(name, when, change, fresh, seed):
    random.seed(seed)
    record = {"version": 1, "project": {"name": "Shared summary, two towns (simulated)", "setting": "invented, for tests and for the manual", "stage": "pilot", "at": when,
              "origin": "simulated answers; no real project"}, "effort": {"it-solution": 60, "social-interaction": 15, "structure": 15, "context": 10}}
    rows = [["#profile", "", "", "", "", "", "", "", json.dumps(record), "", ""]]
    for perspective, n in people.items():
        for k in range(n):
            who = f"{perspective[:-1]}-{k + 1}" + (fresh if perspective in ("practices", "patients") else "")
            random.seed(f"{seed if perspective in ('practices', 'patients') else 'same'} {who}")
            leaning = random.choice([-1, 0, 0, 1])
            for t in challenges + drivers + forces:
                hinders, helps = views.get((t, perspective), (2, 2))
                if t == "doubt-value" and perspective == "nurses":
                    hinders, helps = ((4, 1), (1, 4))[k % 2]
                if change:
                    hinders, helps = hinders + autumn.get(t, (0, 0))[0], helps + autumn.get(t, (0, 0))[1]
                hinders, helps = clamp(hinders - leaning + random.choice([0, 0, 0, 1, -1])), clamp(helps + leaning + random.choice([0, 0, 0, 1, -1]))
                x = random.random()
                cells = ["" if t in drivers else hinders, "" if t in challenges else helps]
                if x < 0.06:
                    rows.append([t, who, perspective, "", "", "", "", "don't know", "", "", ""])
                elif x < 0.12 and perspective == "patients":
                    rows.append([t, who, perspective, "", "", "", "", "not applicable", "", "", ""])
                elif t == "disruption-fit" and perspective == "nurses":
                    rows.append([t, who, perspective, clamp(hinders + 1), helps, "night", "", "", "", "", ""])
                    rows.append([t, who, perspective, clamp(hinders - 1), clamp(helps + 1), "day", "", "", "", "", ""])
                elif not (perspective == "patients" and t in ("inherited-systems", "unfit-solution", "entrenched-routines", "scarce-means", "shaky-backing")):
                    rows.append([t, who, perspective, *cells, "", "", "", "", "", ""])
    with open(name, "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(["parameter", "respondent", "perspective", "hinders", "helps", "context", "goal", "state", "note", "evidence", "at"])
        w.writerows(rows)

write("survey-spring.csv", "2026-04-15", False, "", "spring")
write("survey-autumn.csv", "2026-10-15", True, "b", "autumn")
