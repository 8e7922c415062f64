// Portfolios: places that are sure where projects differ, and open where they do not.

package uncertainty

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/profile"
)

// TestPortfolio ranks a project, the same a step better throughout, and one that nobody answered.
func TestPortfolio(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	w := newWorld(t, r, 2, 3)
	s, _ := assess.NewScorer(w.catalogue, assess.Options{})
	d := w.sample(r, 8)
	var all []string
	for typ := range w.catalogue.Types() {
		all = append(all, typ.ID)
	}
	ahead := better(d, w.catalogue, all...)
	d.Project.Name, ahead.Project.Name = "behind", "ahead"
	empty := profile.Definition{Version: 1, Project: profile.Project{Name: "empty"}, Respondents: d.Respondents}
	p, err := NewPortfolio([]*assess.Result{scored(t, s, d), scored(t, s, empty), scored(t, s, ahead)}, Options{Draws: 2000, Hold: []Input{Aggregations}})
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]Project{}
	for _, x := range p.Projects {
		at[x.Name] = x
	}
	if at["ahead"].MeanRank >= at["behind"].MeanRank {
		t.Errorf("ahead %.2f, behind %.2f", at["ahead"].MeanRank, at["behind"].MeanRank)
	}
	if x := at["empty"]; x.Entropy < at["ahead"].Entropy || x.Drawn.Width() < at["ahead"].Drawn.Width() {
		t.Errorf("nothing is known of one, and it is as sure as another: %+v", x)
	}
	if len(p.Warnings) != 1 || len(p.Types) != 22 || p.Projects[0].MeanRank > p.Projects[1].MeanRank {
		t.Errorf("%+v", p)
	}
	if _, err := json.Marshal(p); err != nil {
		t.Error(err)
	}
}

// TestPortfolioOfTwins: two projects with the same answers have the same chance of the first place.
func TestPortfolioOfTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 4))
	w := newWorld(t, r, 2, 3)
	s, _ := assess.NewScorer(w.catalogue, assess.Options{})
	d := w.sample(r, 5)
	one, two := scored(t, s, d), scored(t, s, d)
	p, err := NewPortfolio([]*assess.Result{one, two}, Options{Draws: 4000})
	if err != nil {
		t.Fatal(err)
	}
	if x := p.Projects[0].Ranks[0]; x < 0.47 || x > 0.53 {
		t.Errorf("first in %.2f of the draws, want one half", x)
	}
}
