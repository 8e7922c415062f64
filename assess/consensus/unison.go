// Unison: may this group be summarised by its mean?

package consensus

// A Verdict answers whether a group's mean may stand for the group.
type Verdict string

// The verdicts.
const (
	Together Verdict = "together" // the mean may stand for the group
	Apart    Verdict = "apart"    // it may not: see the warnings
	Unseen   Verdict = "unseen"   // it cannot be seen: fewer than two respondents answered the same question
)

// A Finding is the verdict with what it rests on.
type Finding struct {
	Verdict Verdict `json:"verdict"`
	// N is the number of respondents.
	N int `json:"n"`
	// RStar, R and Deviation are r*_wg(j), r_wg(j) and AD_M, itemwise; Agreement is the mean of van der Eijk's A.
	RStar     Value     `json:"r_star_wg_j"`
	R         Value     `json:"r_wg_j"`
	Deviation Value     `json:"average_deviation"`
	Agreement Value     `json:"agreement"`
	Warnings  []Warning `json:"warnings,omitempty"`
}

// The thresholds of Unison. ModerateAgreement is where moderate agreement begins for r_wg and its kin (LeBreton & Senter 2008, Organ
// Res Methods 11, doi:10.1177/1094428106296642); the other is [PracticalDeviation].
const ModerateAgreement = 0.51

// Unison says that a mean may stand for its group when r*_wg(j) is at least [ModerateAgreement], beside the uniform distribution, and the average deviation at
// most [PracticalDeviation]. Both are conventions; r_wg(j) has no say since it rises with the number of items. Of a group that is
// apart a warning says whether it falls in two camps (A below 0). Agreement of two or three people may
// be chance; a warning says so.
func Unison(g Group, o Options) Finding {
	o.Missing = Itemwise
	f := Finding{RStar: RStarWGJ(g, o), R: RWGJ(g, o), Deviation: DeviationMean(g, o), Agreement: Agreement(g)}
	f.N = f.RStar.N
	warn := func(kind WarningKind, text string, args ...any) {
		f.Warnings = Value{Warnings: f.Warnings}.warn(kind, text, args...).Warnings
	}
	if !f.RStar.Defined() {
		f.Verdict = Unseen
		warn(FewPeople, "%s; ask a second person", f.RStar.Undefined)
		return f
	}
	f.Verdict = Together
	if *f.RStar.Value < ModerateAgreement || *f.Deviation.Value > PracticalDeviation(g.Points) {
		f.Verdict = Apart
		if f.Agreement.Or(1) < 0 {
			warn(TwoCamps, "the ratings gather at different ends (A %.2f): the mean is where nobody stands; show both", *f.Agreement.Value)
		} else {
			warn(NoTwoCamps, "the ratings lie %.1f points off their mean on average: it hides who sees it otherwise; show the range", *f.Deviation.Value)
		}
	}
	if f.N < 4 {
		warn(FewPeople, "%d respondents: what they agree on may be chance; ask more", f.N)
	}
	return f
}
