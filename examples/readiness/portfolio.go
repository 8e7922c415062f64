// A folder of projects, side by side.

package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework/strict"
)

// placesShown is how many projects' places and pairs fit the screen.
const placesShown = 8

// portfolio ranks the profiles of folders, files and cases; without any, the cases.
func (p program) portfolio(a arguments) error {
	o, err := drawn(a)
	if err != nil {
		return err
	}
	words, err := profilesIn(a.words)
	if err != nil {
		return err
	}
	var results []*assess.Result
	var problems []error
	for _, word := range words {
		r, err := p.scoredFile(word)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		results = append(results, r)
	}
	if len(problems) > 0 {
		for _, err := range problems[1:] {
			p.complain(err)
		}
		return problems[0]
	}
	f, err := uncertainty.NewPortfolio(results, o)
	if err != nil {
		return err
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(f))
		return err
	}
	s := &sheet{style: p.style}
	s.ranks(f)
	s.pairs(f)
	s.favours(f, p)
	_, err = s.WriteTo(p.out)
	return err
}

// profilesIn lists the profiles that words name: the .json and .csv files of folders, in order of their names, and whatever else is named.
func profilesIn(words []string) ([]string, error) {
	if len(words) == 0 {
		return caseNames()
	}
	var all []string
	for _, word := range words {
		info, err := os.Stat(word)
		if err != nil || !info.IsDir() {
			all = append(all, word)
			continue
		}
		files, err := os.ReadDir(word)
		if err != nil {
			return nil, err
		}
		before := len(all)
		for _, f := range files {
			if ext := strings.ToLower(filepath.Ext(f.Name())); !f.IsDir() && (ext == ".json" || ext == ".csv") {
				all = append(all, filepath.Join(word, f.Name()))
			}
		}
		if len(all) == before {
			return nil, fmt.Errorf("%w: %s has no .json or .csv file", errUsage, word)
		}
	}
	if len(all) < 2 {
		return nil, fmt.Errorf("%w: a portfolio takes two projects or more", errUsage)
	}
	return all, nil
}

func (s *sheet) ranks(f *uncertainty.Portfolio) {
	s.WriteString(s.strong("PORTFOLIO") + s.plain(fmt.Sprintf("    %s by readiness, 0 to 100; %d draws of answers, weights and aggregation", counted(len(f.Projects), "project"), f.Draws)) + "\n")
	shown := min(len(f.Projects), placesShown)
	places := make([]string, shown)
	for i := range places {
		places[i] = fmt.Sprintf("%4d", i+1)
	}
	s.section("PLACES", "%20svalue  bounds  90%% drawn%s  entropy", "", strings.Join(places, ""))
	stops := false
	for n, x := range f.Projects {
		for i := range places {
			if places[i] = fmt.Sprintf("%4s", share(x.Ranks[i])); x.Ranks[i] < 0.005 {
				places[i] = "   ·"
			}
		}
		value, mark := "?", " "
		if x.Readiness.Known {
			value = fmt.Sprintf("%.0f", x.Readiness.Value)
		}
		if x.Blockers > 0 {
			mark, stops = "!", true
		}
		s.line("%s %d %s %4s  %6s  %9s%s    %4.2f", mark, n+1, pad(x.Name, 30), value, fmt.Sprintf("%.0f-%.0f", x.Readiness.Low, x.Readiness.High),
			fmt.Sprintf("%.0f-%.0f", x.Drawn.Low, x.Drawn.High), strings.Join(places, ""), x.Entropy)
	}
	s.paragraph(2, fmt.Sprintf("how probable each place is, in the order of the mean place over the draws; the value is at the default weights, without what is missing; "+
		"entropy in bits: 0 when the place is sure, %.1f when nothing is known", math.Log2(float64(len(f.Projects)))))
	if stops {
		s.line("! something stops this project before any score: see readiness assess")
	}
	var open []string
	for _, x := range f.Projects {
		if x.Readiness.Coverage() < 0.5 {
			open = append(open, x.Name)
		}
	}
	if len(open) > 0 {
		s.paragraph(2, "more than half of the answers are missing, so that places rest on assumptions about them: "+strings.Join(open, "; "))
	}
}

// pairs says how probable it is that one project is ahead of another.
func (s *sheet) pairs(f *uncertainty.Portfolio) {
	if len(f.Projects) > placesShown {
		return
	}
	head := make([]string, len(f.Projects))
	for i := range head {
		head[i] = fmt.Sprintf("%5d", i+1)
	}
	s.section("PAIRS", "how probable it is to be ahead of    %s", strings.Join(head, ""))
	for i, x := range f.Projects {
		row := make([]string, len(f.Projects))
		for j := range row {
			if row[j] = fmt.Sprintf("%5s", share(x.Wins[j])); i == j {
				row[j] = "     "
			}
		}
		s.line("  %d %s %15s %s", i+1, pad(x.Name, 30), "", strings.Join(row, ""))
	}
}

func chance(x float64) string {
	if x < 0.01 {
		return "and practically never even then"
	}
	return "chance " + share(x)
}

// favours says under which weights each project would be first: the types that would have to count most beyond equal weights.
func (s *sheet) favours(f *uncertainty.Portfolio, p program) {
	s.section("WHAT FAVOURS WHOM", "what counts most where it is first, times the average, and its chance then")
	for i, x := range f.Projects {
		if x.Central == nil {
			s.line("  %d %s first in no draw", i+1, x.Name)
			continue
		}
		order := make([]int, len(f.Types))
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x.Central[b], x.Central[a]) })
		var parts []string
		for _, k := range order[:min(3, len(order))] {
			t, _ := p.base.Type(f.Types[k])
			parts = append(parts, fmt.Sprintf("%s %.1f", t.Name, x.Central[k]*float64(len(f.Types))))
		}
		s.line("  %d %s", i+1, x.Name)
		s.paragraph(4, strings.Join(parts, ", ")+"; "+chance(*x.Confidence))
	}
	s.WriteString("\n")
	s.paragraph(0, "SMAA-2 (Lahdelma & Salminen 2001): weights of types are drawn from all there could be. Places order attention among projects; readiness is no mark, and does not predict.")
}
