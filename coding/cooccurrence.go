// Co-occurrence: which codes meet, on one span, near each other, or in one document.

package coding

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// A Meeting is two codes that occur together.
type Meeting struct {
	A           string      `json:"a"`
	B           string      `json:"b"`
	Association Association `json:"association"`
	// Jaccard is the share of documents with one of them that have both together.
	Jaccard float64 `json:"jaccard"`
	// Overlaps counts pairs of codings that meet.
	Overlaps int `json:"overlaps"`
}

// CooccurrenceOptions say what counts as meeting.
type CooccurrenceOptions struct {
	Lens Lens
	// Spans counts codings that overlap; otherwise being in one document is enough.
	Spans bool
	// Distance is how many positions apart spans may be and still meet.
	Distance int
	// As maps codes, as in MatrixOptions.
	As func(code string) string
}

// Cooccur lists the pairs of codes that meet anywhere, the most frequent first; associations are over documents and corrected for all pairs of codes in use.
func Cooccur(m *Material, o CooccurrenceOptions) []Meeting {
	as := m.reading(o.As)
	codes, number, in := []string{}, map[string]int{}, map[int]map[string]bool{}
	byDocument := map[string][]int{}
	order := m.sorted(o.Lens)
	for _, i := range order {
		c := m.Codings[i]
		code := as(c.Code)
		if _, ok := number[code]; !ok {
			number[code] = len(codes)
			in[len(codes)] = map[string]bool{}
			codes = append(codes, code)
		}
		in[number[code]][c.Document] = true
		byDocument[c.Document] = append(byDocument[c.Document], i)
	}
	type pair struct{ a, b int }
	overlaps, together := map[pair]int{}, map[pair]int{}
	for _, d := range m.Documents {
		here := map[pair]bool{}
		list := byDocument[d.ID]
		for x, i := range list {
			for _, j := range list[x+1:] {
				a, b := m.Codings[i], m.Codings[j]
				if o.Spans && b.Start >= a.End+o.Distance && b.Start > a.Start {
					break
				}
				p := pair{number[as(a.Code)], number[as(b.Code)]}
				if p.a == p.b {
					continue
				}
				if codes[p.a] > codes[p.b] {
					p.a, p.b = p.b, p.a
				}
				overlaps[p]++
				here[p] = true
			}
		}
		for p := range here {
			together[p]++
		}
	}
	meetings := make([]Meeting, 0, len(together))
	for p, n := range together {
		a, b := len(in[p.a]), len(in[p.b])
		meetings = append(meetings, Meeting{codes[p.a], codes[p.b], Associate(n, a-n, b-n, max(0, len(m.Documents)-a-b+n)), float64(n) / float64(a+b-n), overlaps[p]})
	}
	slices.SortFunc(meetings, func(x, y Meeting) int {
		return cmp.Or(cmp.Compare(y.Association.Both, x.Association.Both), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	correctAmong(meetings, len(codes)*(len(codes)-1)/2)
	return meetings
}

// correctAmong corrects for pairs that never meet, too, whose P is taken for 1.
func correctAmong(meetings []Meeting, looked int) {
	all := make([]*Association, 0, len(meetings))
	for i := range meetings {
		all = append(all, &meetings[i].Association)
	}
	correct(all)
	for _, a := range all {
		a.Q = min(1, a.Q*float64(looked)/float64(len(all)))
	}
}

// WriteMeetings writes one line a pair.
func WriteMeetings(w io.Writer, meetings []Meeting) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"a", "b", "together", "a only", "b only", "neither", "jaccard", "odds ratio", "low", "high", "p", "q", "overlaps"}); err != nil {
		return err
	}
	for _, m := range meetings {
		a := m.Association
		line := []string{m.A, m.B}
		for _, n := range []int{a.Both, a.First, a.Second, a.Neither} {
			line = append(line, strconv.Itoa(n))
		}
		for _, x := range []float64{m.Jaccard, a.OddsRatio, a.Low, a.High, a.P, a.Q} {
			line = append(line, fmt.Sprintf("%.4g", x))
		}
		if err := out.Write(append(line, strconv.Itoa(m.Overlaps))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// MeetingsChart is the most frequent pairs, at most 400, as a Vega-Lite heat map.
func MeetingsChart(meetings []Meeting) Chart {
	var values []map[string]any
	for _, m := range meetings[:min(400, len(meetings))] {
		values = append(values, map[string]any{"a": m.A, "b": m.B, "together": m.Association.Both}, map[string]any{"a": m.B, "b": m.A, "together": m.Association.Both})
	}
	return heatMap("Codes that occur together", values, "a", "b", "together", nil, nil)
}
