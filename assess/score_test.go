// Scores worked by hand, on a catalogue small enough to do so.

package assess_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// small has one type of each form: two challenges, two drivers (one beyond control), an oppositional pair and one ambivalent parameter.
func small(t testing.TB) *framework.Catalogue {
	t.Helper()
	parameter := func(id string, pole framework.Pole, area framework.Area) framework.Parameter {
		return framework.Parameter{ID: id, Name: strings.ToUpper(id[:1]) + id[1:], Pole: pole, Area: area, Provenance: framework.Operationalised, Statement: "made for a test"}
	}
	c1, c2 := parameter("c1", framework.Challenge, framework.ITSolution), parameter("c2", framework.Challenge, framework.Structure)
	c1.Critical = "nothing goes on while this stands"
	late := parameter("late", framework.Challenge, framework.Structure)
	late.Stages = []framework.Stage{framework.RollOut}
	d1, d2 := parameter("d1", framework.Driver, framework.ITSolution), parameter("d2", framework.Driver, framework.Context)
	d1.Control, d2.Control = framework.Direct, framework.None
	o1, o2 := parameter("o1", framework.Challenge, framework.SocialInteraction), parameter("o2", framework.Driver, framework.SocialInteraction)
	typ := func(id string, form framework.Form, ps ...framework.Parameter) framework.Type {
		return framework.Type{ID: id, Form: form, Name: "Type " + id, Provenance: framework.Operationalised, Statement: "made for a test", Parameters: ps}
	}
	c, err := framework.New(framework.Definition{
		ID: "small", Version: "1.0.0", Title: "Small", Language: "en",
		Types: []framework.Type{
			typ("challenge", framework.PureChallenge, c1, c2, late),
			typ("driver", framework.PureDriver, d1, d2),
			typ("pair", framework.Oppositional, o1, o2),
			typ("both", framework.Ambivalent, parameter("b1", framework.Both, framework.Context)),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// said makes an observation; -1 is no answer on that side.
func said(respondent, parameter string, hinders, helps int) profile.Observation {
	o := profile.Observation{Parameter: parameter, Respondent: respondent}
	if hinders >= 0 {
		o.Hinders = profile.Rate(hinders)
	}
	if helps >= 0 {
		o.Helps = profile.Rate(helps)
	}
	return o
}

// people are two nurses and a patient at the pilot stage.
func people(observations ...profile.Observation) profile.Definition {
	return profile.Definition{
		Version: 1, Project: profile.Project{Name: "Test", Stage: framework.Pilot},
		Respondents:  []profile.Respondent{{ID: "n1", Perspective: "nurses"}, {ID: "n2", Perspective: "nurses"}, {ID: "p1", Perspective: "patients"}},
		Observations: observations,
	}
}

func score(t testing.TB, c *framework.Catalogue, d profile.Definition, o assess.Options) *assess.Result {
	t.Helper()
	s, err := assess.NewScorer(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return scored(t, s, d)
}

// full answers everything. Nurses weigh as much as the patient although they are two.
func full() profile.Definition {
	return people(
		said("n1", "c1", 1, -1), said("n2", "c1", 3, -1), said("p1", "c1", 4, -1), // (2 + 4)/2 = 3 of 4: 0.75
		said("n1", "c2", 0, -1), said("n2", "c2", 0, -1), said("p1", "c2", 2, -1), // (0 + 2)/2 = 1 of 4: 0.25
		said("n1", "d1", -1, 4), said("n2", "d1", -1, 4), said("p1", "d1", -1, 2), // 3 of 4: 0.75
		said("n1", "d2", -1, 1), said("n2", "d2", -1, 1), said("p1", "d2", -1, 1), // 1 of 4: 0.25
		said("n1", "o1", 3, -1), said("n2", "o1", 3, -1), said("p1", "o1", 3, -1), // 0.75
		said("n1", "o2", -1, 2), said("n2", "o2", -1, 2), said("p1", "o2", -1, 2), // 0.5
		said("n1", "b1", 4, 4), said("n2", "b1", 0, 2), said("p1", "b1", 1, 1), // hinders (2+1)/2 = 1.5: 0.375; helps (3+1)/2 = 2: 0.5
	)
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-12 || math.IsNaN(got) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestScoresByHand(t *testing.T) {
	r := score(t, small(t), full(), assess.Options{})
	types := map[string]assess.TypeScore{}
	for _, x := range r.Types() {
		types[x.ID] = x
	}
	near(t, "burden", types["challenge"].Hinders.Value, 0.5)
	near(t, "clearance of the challenge", types["challenge"].Clearance.Value, 0.5)
	near(t, "strength", types["driver"].Clearance.Value, 0.5)
	near(t, "residual", types["pair"].Residual.Value, 0.75*0.5)
	near(t, "clearance of the pair", types["pair"].Clearance.Value, 1-0.375)
	near(t, "net of the pair", types["pair"].Net.Value, -0.25)
	if types["pair"].State != assess.Unopposed {
		t.Errorf("the pair is %s", types["pair"].State)
	}
	near(t, "net of the ambivalent force", types["both"].Net.Value, 0.125)
	near(t, "clearance of the ambivalent force", types["both"].Clearance.Value, (1+0.125)/2)
	c := r.Components()
	near(t, "C", c[0].Estimate.Value, 0.5)
	near(t, "D", c[1].Estimate.Value, 0.5)
	near(t, "F", c[2].Estimate.Value, (0.625+0.5625)/2)
	near(t, "weight of F", c[2].Weight, 0.5)
	near(t, "readiness", r.Readiness().Value, 100*math.Pow(0.5, 0.25)*math.Pow(0.5, 0.25)*math.Pow(0.59375, 0.5))
	near(t, "low bound", r.Readiness().Low, r.Readiness().Value)
	near(t, "high bound", r.Readiness().High, r.Readiness().Value)
	near(t, "exposure", r.Exposure().Value, 0.25)
}

func TestAggregations(t *testing.T) {
	for _, row := range []struct {
		between assess.Aggregation
		want    float64
	}{
		{assess.Arithmetic, 100 * (0.25*0.5 + 0.25*0.5 + 0.5*0.59375)},
		{assess.WeakestLink, 50},
	} {
		r := score(t, small(t), full(), assess.Options{Between: row.between})
		near(t, row.between.String(), r.Readiness().Value, row.want)
	}
	r := score(t, small(t), full(), assess.Options{Within: assess.WeakestLink})
	near(t, "weakest force", r.Components()[2].Estimate.Value, 0.5625)
}

// Weighted means of (2,3,4,8) with weights 1..4 by the definitions of COINr, computed apart: 5.2 and 4.64923226096.
func TestMeansOfCOINr(t *testing.T) {
	c, err := framework.New(framework.Definition{
		ID: "means", Version: "1.0.0", Title: "Means", Language: "en", Types: drivers(4),
	})
	if err != nil {
		t.Fatal(err)
	}
	d := profile.Definition{Version: 1, Project: profile.Project{Name: "x"}}
	for i := range 10 {
		d.Respondents = append(d.Respondents, profile.Respondent{ID: string(rune('a' + i)), Perspective: "p"})
	}
	for k, tenths := range []int{2, 3, 4, 8} {
		for i := range 10 {
			helps := 0
			if i < tenths {
				helps = 4
			}
			d.Observations = append(d.Observations, said(string(rune('a'+i)), "x"+string(rune('0'+k)), -1, helps))
		}
	}
	weights := map[string]float64{"t0": 1, "t1": 2, "t2": 3, "t3": 4}
	arithmetic := score(t, c, d, assess.Options{TypeWeights: weights})
	near(t, "arithmetic", arithmetic.Components()[0].Estimate.Value, 0.52)
	geometric := score(t, c, d, assess.Options{TypeWeights: weights, Within: assess.Geometric})
	if got := geometric.Components()[0].Estimate.Value; math.Abs(got-0.464923226096) > 1e-12 {
		t.Errorf("geometric is %v", got)
	}
}

func drivers(n int) []framework.Type {
	var types []framework.Type
	for k := range n {
		id := string(rune('0' + k))
		types = append(types, framework.Type{
			ID: "t" + id, Form: framework.PureDriver, Name: "T", Provenance: framework.Operationalised, Statement: "made for a test",
			Parameters: []framework.Parameter{{ID: "x" + id, Name: "X", Pole: framework.Driver, Area: framework.Context, Provenance: framework.Operationalised, Statement: "made for a test"}},
		})
	}
	return types
}

func TestFloor(t *testing.T) {
	worst := people(
		said("n1", "c1", 4, -1), said("n1", "c2", 4, -1), said("n1", "d1", -1, 0), said("n1", "d2", -1, 0),
		said("n1", "o1", 4, -1), said("n1", "o2", -1, 0), said("n1", "b1", 4, 0))
	worst.Respondents = worst.Respondents[:1]
	r := score(t, small(t), worst, assess.Options{})
	near(t, "everything at its worst", r.Readiness().Value, 1)
	noDrive := people(
		said("n1", "c1", 0, -1), said("n1", "c2", 0, -1), said("n1", "d1", -1, 0), said("n1", "d2", -1, 0),
		said("n1", "o1", 0, -1), said("n1", "o2", -1, 4), said("n1", "b1", 0, 4))
	noDrive.Respondents = noDrive.Respondents[:1]
	r = score(t, small(t), noDrive, assess.Options{})
	near(t, "all but the drive at its best", r.Readiness().Value, 100*math.Pow(assess.Floor, 0.25))
}

func TestMissingAnswersWidenAndAreNotZero(t *testing.T) {
	d := people(said("n1", "c1", 2, -1), profile.Observation{Parameter: "c1", Respondent: "n2", State: profile.DontKnow})
	r := score(t, small(t), d, assess.Options{})
	c1, _ := r.Parameter("c1")
	near(t, "value", c1.Hinders.Value, 0.5)             // n1's answer alone
	near(t, "low", c1.Hinders.Low, (0.25+0)/2)          // n2 at 0, the patient at 0
	near(t, "high", c1.Hinders.High, ((0.5+1)/2.0+1)/2) // n2 at 1, the patient at 1
	if c1.Hinders.Answered != 1 || c1.Hinders.Applicable != 3 {
		t.Errorf("%d of %d", c1.Hinders.Answered, c1.Hinders.Applicable)
	}
	d.Observations = append(d.Observations,
		profile.Observation{Parameter: "c1", Respondent: "p1", State: profile.NotApplicable})
	d.Observations[1].State = profile.NotApplicable
	c1, _ = score(t, small(t), d, assess.Options{}).Parameter("c1")
	if e := c1.Hinders; e.Low != 0.5 || e.High != 0.5 || e.Applicable != 1 {
		t.Errorf("not applicable should leave answers out: %+v", e)
	}
	driver, _ := r.Type("driver")
	if driver.Clearance.Known || driver.Clearance.Low != 0 || driver.Clearance.High != 1 {
		t.Errorf("nobody rated the driver: %+v", driver.Clearance)
	}
}

func TestStages(t *testing.T) {
	d := people(said("n1", "late", 4, -1))
	r := score(t, small(t), d, assess.Options{})
	late, _ := r.Parameter("late")
	if late.When != assess.Ahead || late.Hinders.Applicable != 0 {
		t.Errorf("at the pilot stage: %+v", late)
	}
	d.Project.Stage = framework.SustainedUse
	late, _ = score(t, small(t), d, assess.Options{}).Parameter("late")
	if late.When != assess.Behind {
		t.Errorf("in sustained use: %+v", late)
	}
	d.Project.Stage = 0
	late, _ = score(t, small(t), d, assess.Options{}).Parameter("late")
	if late.When != assess.Now || late.Hinders.Value != 1 {
		t.Errorf("without a stage: %+v", late)
	}
}

func TestShortAnswersStandForTheRest(t *testing.T) {
	d := people(said("n1", "challenge", 2, -1), said("n1", "c1", 4, -1), profile.Observation{Parameter: "c2", Respondent: "n1", State: profile.DontKnow}, said("p1", "challenge", 1, -1))
	d.Respondents = []profile.Respondent{{ID: "n1", Perspective: "nurses"}, {ID: "p1", Perspective: "patients"}}
	r := score(t, small(t), d, assess.Options{})
	c1, _ := r.Parameter("c1")
	c2, _ := r.Parameter("c2")
	near(t, "own answer before the short one", c1.Hinders.Value, (1+0.25)/2)
	near(t, "don't know is an answer", c2.Hinders.Value, 0.25)
	if c2.Hinders.Answered != 1 || c2.Hinders.Applicable != 2 {
		t.Errorf("%d of %d", c2.Hinders.Answered, c2.Hinders.Applicable)
	}
}

func TestBlockers(t *testing.T) {
	r := score(t, small(t), full(), assess.Options{})
	got := r.Blockers()
	if len(got) != 1 || got[0].Parameter != "c1" || len(got[0].By) != 1 || got[0].By[0] != (assess.Voice{Perspective: "patients", Mean: 4, N: 1}) {
		t.Errorf("blockers %+v", got)
	}
}

func TestTensions(t *testing.T) {
	r := score(t, small(t), full(), assess.Options{})
	var both assess.Tension
	for _, x := range r.Tensions() {
		if x.ID == "both" {
			both = x
		}
	}
	// n1 (1, 1): 1; n2 (helps .5, hinders 0): .25 - .5 = -.25; p1 (.25, .25): .25. Mean 1/3.
	near(t, "Griffin", *both.Within.Value, 1.0/3)
	// Nets 0, .5 (nurses, weight 1/4 each) and 0 (patients, 1/2): mean .125, variance .25*.125^2 + .25*.375^2 + .5*.125^2 = .046875.
	near(t, "spread", *both.Spread, math.Sqrt(0.046875))
	// Eta squared over respondents: mean 1/6; between 2(.25-1/6)^2 + (1/6)^2 = 1/24; total 2(1/6)^2 + (1/3)^2 = 1/6.
	near(t, "eta squared", *both.Depends[0].EtaSquared.Value, 0.25)
	if both.On != assess.WithinPeople {
		t.Errorf("on %s", both.On)
	}
}

// TestSituationsAreNotAmbivalence: one who is for it by day and against it by night is not torn; it depends on the context.
func TestSituationsAreNotAmbivalence(t *testing.T) {
	day, night := said("n1", "both", 0, 4), said("n1", "both", 4, 0)
	day.Context, night.Context = "day", "night"
	other, later := said("n2", "both", 0, 4), said("n2", "both", 4, 1)
	other.Context, later.Context = "day", "night"
	for _, x := range score(t, small(t), people(day, night, other, later), assess.Options{}).Tensions() {
		if x.ID != "both" {
			continue
		}
		near(t, "Griffin", *x.Within.Value, (-0.5-0.5-0.5+(1.25/2-0.75))/4)
		if x.On != assess.BetweenContexts || *x.Spread < 0.9 {
			t.Errorf("on %q, spread %v", x.On, *x.Spread)
		}
	}
}

func TestLocalAmbivalence(t *testing.T) {
	d := full()
	d.Observations = append(d.Observations, said("p1", "d1", 3, 2))
	d.Observations = append(d.Observations[:8], d.Observations[9:]...) // p1's first answer on d1
	r := score(t, small(t), d, assess.Options{})
	d1, _ := r.Parameter("d1")
	if !d1.LocallyAmbivalent {
		t.Error("d1 is answered on both sides and not said to be")
	}
	near(t, "readiness", r.Readiness().Value, score(t, small(t), full(), assess.Options{}).Readiness().Value)
}

func TestUnknownParameter(t *testing.T) {
	s, _ := assess.NewScorer(small(t), assess.Options{})
	p, err := profile.New(people(said("n1", "c9", 1, -1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Score(p); err == nil || !strings.Contains(err.Error(), `"c9" is no parameter or type of catalogue small 1.0.0`) {
		t.Errorf("got %v", err)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	_, err := assess.NewScorer(small(t), assess.Options{
		TypeWeights: map[string]float64{"drivr": 1}, ParameterWeights: map[string]float64{"c1": -1}, Bands: []assess.Band{{Name: "a", From: 5}},
	})
	for _, want := range []string{`TypeWeights.drivr: is not in the catalogue; did you mean "driver"?`, "ParameterWeights.c1: is -1", "Bands[0]: begins at 5"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q in it", err, want)
		}
	}
}

func TestAbsences(t *testing.T) {
	d := people(
		said("n1", "c1", 1, -1), said("n1", "c1", 4, -1), said("n2", "c1", -1, -1),
		profile.Observation{Parameter: "c1", Respondent: "p1", State: profile.DontKnow},
		profile.Observation{Parameter: "c2", Respondent: "p1", State: profile.NotApplicable})
	got := score(t, small(t), d, assess.Options{}).Absences()
	want := assess.Absences{
		NotAsked: 1, DontKnow: 1, NotApplicable: 1,
		Contradictions: []assess.Contradiction{{Parameter: "c1", Respondent: "n1", Observations: []int{0, 1}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
