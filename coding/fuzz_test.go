// Fuzzing of the readers of evidence and ledgers, and of replay: a typed error or a state in which every raw parameter has a fate.

package coding_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework/strict"
)

const (
	smallEvidence = `{"id":"smith-2020","citation":"Smith 2020","url":"x","kind":"survey","setting":"here","challenges":[{"name":"fear","it_solution":false,"note":"they fear"},{"name":"dread","it_solution":false,"note":"they dread"}],"drivers":[{"name":"help","it_solution":true,"note":"they help"}],"ambivalent_or_paired":[{"name":"pace","as_challenge":"too fast","as_driver":"moves","depends_on":"who"}],"outcomes":[],"seen":"abstract"}
`
	smallLedger = `{"op":"import","of":"digest","who":"a","why":"b"}
{"op":"split","of":"smith-2020:a1","who":"a","why":"b"}
{"op":"place","of":"smith-2020:c1","lens":"type","in":["fear"],"who":"a","why":"b"}
{"op":"place","of":"smith-2020:c2","lens":"type","in":["fear"],"who":"a","why":"b"}
{"op":"unplace","of":"smith-2020:d1","who":"a","why":"b"}
{"op":"merge","of":"being-afraid","from":["smith-2020:c1","smith-2020:c2"],"lens":"meaning","who":"a","why":"b"}
{"op":"rename","of":"being-afraid","name":"Being afraid","meaning":"People are afraid.","who":"a","why":"b"}
{"op":"place","of":"being-afraid","lens":"area","in":["social-interaction"],"who":"a","why":"b"}
{"op":"place","of":"being-afraid","lens":"stage","in":["pilot","roll-out"],"who":"a","why":"b"}
`
)

func FuzzReadEvidence(f *testing.F) {
	f.Add([]byte(smallEvidence))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := coding.ReadEvidence(bytes.NewReader(data))
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		coding.Raws(e.Accounts)
	})
}

func FuzzReadCodings(f *testing.F) {
	f.Add([]byte("document,code,start,end,coder,sign,case,counters,site\nd,a > b,1,2,x,driver,k,c,north\nd,c,,,y,challenge,k,,\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := coding.ReadCodings(bytes.NewReader(data))
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		if _, err := m.Codebook.Tree(); err != nil {
			t.Fatalf("made a codebook that does not fit: %v", err)
		}
		coding.Relate(m, coding.Window{}, nil)
		if err := m.WriteCodings(io.Discard); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzReadLedger(f *testing.F) {
	f.Add([]byte(smallLedger))
	f.Add([]byte(smallLedger + `{"op":"undo","of":"7-9","who":"a","why":"b"}` + "\n" + `{"op":"unmerge","of":"being-afraid","from":["smith-2020:c2"],"who":"a","why":"b"}`))
	e := evidence(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := coding.ReadLedger(bytes.NewReader(data))
		if err == nil {
			_, err = coding.Replay(l, e)
		}
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		s, err := coding.Replay(l, e)
		if err != nil {
			t.Fatal("the same ledger replays once and not twice")
		}
		n := s.Funnel()
		if n.RawChallenges+n.RawDrivers+n.RawTwoSigned+n.Split != n.Placed+n.Unplaced+n.Undecided && len(l) > 0 {
			t.Fatalf("something is lost: %+v", n)
		}
	})
}
