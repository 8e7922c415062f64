// The archive: one project and its files, within limits.

package refi

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// ReadProject reads a project (.qdpx) of a size.
func ReadProject(r io.ReaderAt, size int64, l Limits) (*Project, *Report, error) {
	report := &Report{}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, report, refused("project", "", "is no whole ZIP archive: "+err.Error(), "fetch or export it again")
	}
	a := archive{limits: l.settled(), report: report, seen: map[string]bool{}}
	if err := a.read(z); err != nil {
		return nil, report, err
	}
	p, err := readProject(a.project, l, report)
	if err != nil {
		return nil, report, err
	}
	p.Files = a.files
	p.missing(report)
	if l.Strict {
		return p, report, report.refuse("project")
	}
	return p, report, nil
}

type archive struct {
	limits  Limits
	report  *Report
	seen    map[string]bool
	total   int64
	project []byte
	name    string
	files   []File
}

func (a *archive) read(z *zip.Reader) error {
	if len(z.File) > a.limits.Entries {
		return refused("project", "", fmt.Sprintf("has %d files, %d are allowed", len(z.File), a.limits.Entries), "raise the limit if you trust the file")
	}
	for _, f := range z.File {
		name, err := a.safe(f)
		if err != nil {
			return err
		}
		if name == "" {
			continue
		}
		data, err := a.unpack(f)
		if err != nil {
			return err
		}
		if !strings.Contains(name, "/") && strings.HasSuffix(strings.ToLower(name), ".qde") {
			if a.name != "" {
				return refused("project", name, "is a second project beside "+a.name, "give one project an archive")
			}
			a.name, a.project = name, data
			if name != "project.qde" {
				a.report.warn(name, "is the project; its name should be project.qde")
			}
			continue
		}
		a.keep(name, data)
	}
	if a.name == "" {
		return refused("project", "", "has no project.qde", "export it as REFI-QDA project")
	}
	slices.SortFunc(a.files, func(x, y File) int { return cmp.Compare(x.Name, y.Name) })
	return nil
}

// keep takes a file in, without the folder of sources.
func (a *archive) keep(name string, data []byte) {
	folder, rest, nested := strings.Cut(name, "/")
	switch {
	case nested && folder == "sources":
		name = rest
	case nested && strings.EqualFold(folder, "sources"):
		a.report.warn(folder, "is the folder of files; its name should be sources")
		name = rest
	default:
		a.report.warn(name, "lies outside the folder sources")
	}
	a.files = append(a.files, File{name, data})
}

// safe gives an entry's name, empty for a folder, or refuses it.
func (a *archive) safe(f *zip.File) (string, error) {
	name := strings.ReplaceAll(f.Name, `\`, "/")
	if name != f.Name {
		a.report.warn(f.Name, "has backslashes in its name")
	}
	folder := strings.HasSuffix(name, "/")
	name = strings.TrimSuffix(name, "/")
	bad := func(what string) (string, error) {
		return "", refused("project", fmt.Sprintf("%q", f.Name), what, "do not open this archive with other programs either, unless you know why")
	}
	switch {
	case !fs.ValidPath(name) || strings.ContainsAny(name, ":\x00") || path.Clean(name) != name:
		return bad("leads out of the archive, or is no plain path")
	case a.seen[strings.ToLower(name)]:
		return bad("is in the archive twice")
	case f.Mode()&(fs.ModeSymlink|fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket) != 0:
		return bad("is a link or a device")
	case f.Flags&1 != 0:
		return bad("is encrypted")
	case folder:
		return "", nil
	}
	a.seen[strings.ToLower(name)] = true
	return name, nil
}

// unpack reads an entry and never more than is allowed, whatever the archive says of its size.
func (a *archive) unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, refused("project", f.Name, err.Error(), "fetch or export it again")
	}
	defer r.Close()
	allowed := min(a.limits.EntryBytes, a.limits.TotalBytes-a.total)
	if strings.HasSuffix(strings.ToLower(f.Name), ".qde") {
		allowed = min(allowed, a.limits.XMLBytes)
	}
	packed := int64(f.CompressedSize64)
	if byRatio := max(1<<20, a.limits.Ratio*packed); packed >= 0 && packed < 1<<50 && byRatio < allowed {
		allowed = byRatio
	}
	data, err := io.ReadAll(io.LimitReader(r, allowed+1))
	if err != nil {
		return nil, refused("project", f.Name, "cannot be unpacked: "+err.Error(), "fetch or export it again")
	}
	if int64(len(data)) > allowed {
		return nil, refused("project", f.Name, fmt.Sprintf("unpacks to more than %d bytes", allowed), "raise the limits if you trust the file")
	}
	a.total += int64(len(data))
	return data, nil
}

// pack writes an archive whose bytes depend on nothing but its content.
func pack(w io.Writer, project []byte, files []File) error {
	z := zip.NewWriter(w)
	add := func(name string, data []byte) error {
		e, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		_, err = e.Write(data)
		return err
	}
	if err := add("project.qde", project); err != nil {
		return err
	}
	for _, f := range files {
		if err := add("sources/"+f.Name, f.Data); err != nil {
			return err
		}
	}
	return z.Close()
}
