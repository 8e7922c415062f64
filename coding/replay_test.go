// What replaying a ledger does, and what it refuses.

package coding_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
)

func evidence(t testing.TB) coding.Evidence {
	t.Helper()
	e, err := coding.ReadEvidence(strings.NewReader(smallEvidence))
	if err != nil {
		t.Fatal(err)
	}
	e.Digest = "digest"
	return e
}

func replay(t *testing.T, ledger string) (*coding.State, error) {
	t.Helper()
	l, err := coding.ReadLedger(strings.NewReader(ledger))
	if err != nil {
		t.Fatal(err)
	}
	return coding.Replay(l, evidence(t))
}

// finish decides the two halves that smallLedger leaves open.
const finish = `{"op":"place","of":"smith-2020:a1/challenge","lens":"type","in":["fear"],"who":"a","why":"b"}
{"op":"merge","of":"being-afraid","from":["smith-2020:a1/challenge"],"who":"a","why":"b"}
{"op":"unplace","of":"smith-2020:a1/driver","who":"a","why":"no factor"}
`

func TestReplay(t *testing.T) {
	s, err := replay(t, smallLedger+finish)
	if err != nil {
		t.Fatal(err)
	}
	want := coding.Funnel{
		Sources: 1, RawChallenges: 2, RawDrivers: 1, RawTwoSigned: 1, Split: 1, Placed: 3, Unplaced: 2,
		Parameters: 1, Challenges: 1, Types: 1,
	}
	if diff := cmp.Diff(want, s.Funnel()); diff != "" {
		t.Error(diff)
	}
	var fates []string
	for _, f := range s.Fates() {
		fates = append(fates, f.Raw.ID+" "+f.Parameter+" "+strings.Join(f.Halves, ","))
	}
	wantFates := []string{
		"smith-2020:c1 being-afraid ", "smith-2020:c2 being-afraid ", "smith-2020:d1  ",
		"smith-2020:a1  smith-2020:a1/challenge,smith-2020:a1/driver", "smith-2020:a1/challenge being-afraid ", "smith-2020:a1/driver  ",
	}
	if diff := cmp.Diff(wantFates, fates); diff != "" {
		t.Error(diff)
	}
	d, err := s.Catalogue(coding.Cut{Definition: framework.Definition{
		ID: "small", Version: "1.0.0", Title: "Small", Language: "en",
		Types: []framework.Type{{ID: "fear", Form: framework.PureChallenge, Name: "Fear", Provenance: framework.Operationalised, Statement: "x"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := framework.New(d)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := c.Parameter("being-afraid")
	wantParameter := framework.Parameter{
		ID: "being-afraid", Name: "Being afraid", Meaning: "People are afraid.", Pole: framework.Challenge, Area: framework.SocialInteraction,
		Stages: []framework.Stage{framework.Pilot, framework.RollOut}, Raw: 3, Sources: []string{"smith-2020"},
		Provenance: framework.Operationalised, Type: "fear",
	}
	if diff := cmp.Diff(wantParameter, p); diff != "" {
		t.Error(diff)
	}
}

func TestReplayRefuses(t *testing.T) {
	entry := func(fields string) string { return smallLedger + `{` + fields + `,"who":"a","why":"b"}` + "\n" }
	for _, row := range []struct{ name, ledger, want string }{
		{"other evidence", `{"op":"import","of":"other","who":"a","why":"b"}`, "was made on evidence with SHA-256 other"},
		{"nothing imported", `{"op":"unplace","of":"smith-2020:c1","who":"a","why":"b"}`, "line 1, column 1: unplace smith-2020:c1: comes before the import"},
		{"no reason", smallLedger + `{"op":"unplace","of":"smith-2020:a1/driver","who":"a","why":""}`, "says not who or not why"},
		{"unknown kind", entry(`"op":"guess","of":"x"`), `"guess" is no kind of decision`},
		{"unknown raw parameter", entry(`"op":"unplace","of":"smith-2020:c9"`), "smith-2020:c9 is no raw parameter"},
		{"split of a challenge", entry(`"op":"split","of":"smith-2020:d1"`), "is not two-signed, or placed already"},
		{"placing what is merged", entry(`"op":"place","of":"smith-2020:c1","lens":"type","in":["joy"]`), "is merged into being-afraid already"},
		{"placing what is split", entry(`"op":"place","of":"smith-2020:a1","lens":"type","in":["joy"]`), "is split already"},
		{"merging what is not placed", entry(`"op":"merge","of":"new","from":["smith-2020:a1/driver"]`), "is not placed in a type yet"},
		{"merging over types", entry(`"op":"place","of":"smith-2020:a1/challenge","lens":"type","in":["joy"]`) + `{"op":"merge","of":"being-afraid","from":["smith-2020:a1/challenge"],"who":"a","why":"b"}`, "is in type joy, others in fear"},
		{"unknown area", entry(`"op":"place","of":"being-afraid","lens":"area","in":["money"]`), `"money" is no area`},
		{"two areas", entry(`"op":"place","of":"being-afraid","lens":"area","in":["context","structure"]`), "names 2 values"},
		{"unknown lens", entry(`"op":"place","of":"being-afraid","lens":"mood","in":["x"]`), `"mood" is no lens`},
		{"pairing with nothing", entry(`"op":"pair","of":"being-afraid","in":["nothing"]`), "nothing is no parameter yet"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := replay(t, row.ledger)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}

func TestCatalogueWantsEveryDecision(t *testing.T) {
	s, err := replay(t, smallLedger)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Catalogue(coding.Cut{})
	for _, want := range []string{
		"smith-2020:a1/challenge: is neither merged into a parameter nor left out", "smith-2020:a1/driver: is neither", `being-afraid: is placed in "fear", which is no type of the cut`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestReadersGiveLines(t *testing.T) {
	_, err := coding.ReadLedger(strings.NewReader("{\"op\":\"import\",\"of\":\"x\",\"who\":\"a\",\"why\":\"b\"}\n\n{\"op\":\"merge\",\"off\":\"x\"}\n{\n"))
	for _, want := range []string{`line 3, column 15: key "off" is not known here`, "line 4, column"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	_, err = coding.ReadEvidence(strings.NewReader(smallEvidence + smallEvidence))
	if err == nil || !strings.Contains(err.Error(), `line 2, column 7: id: "smith-2020" is missing or given twice`) {
		t.Errorf("got %v", err)
	}
}
