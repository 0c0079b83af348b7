package worlds
import ("testing";"fmt")
func TestFreq(t *testing.T){
 var plans,parties,items,rel,cons,force,ended,unitopen int
 for s:=uint64(1);s<=60;s++{
  w:=New(Seed(s),"x")
  for i:=range w.Consents{ cons++; if w.InForce(&w.Consents[i]){force++}}
  for _,r:=range w.Readers(){
   for _,p:=range w.Plans{ if w.SeesPlan(r,p){plans++}}
   for _,p:=range w.Parties{ if w.SeesParty(r,p){parties++}}
   for _,i:=range w.Items{ if w.SeesItem(r,i){items++; if !r.IsCitizen()&&!w.isOwn(r,i){rel++}}
     if !r.IsCitizen()&&r.Role!="administrator"&&w.hasNeed(r,w.Plan(i.Plan).Child)&&!w.together(i.Unit,r.Unit)&&(i.Visibility=="unit")&&w.IsOpen(w.Plan(i.Plan),i.Unit,r.Unit,i.Category){unitopen++}}
  }
  for _,p:=range w.Plans{ if p.Informed.IsZero()||p.Informed.After(w.Day)||w.isAdult(p.Child){continue}
   for _,r:=range w.Relations{ if r.Child==p.Child&&r.Unit==p.Lead&&!r.Valid.Has(w.Day)&&r.Kind!="close-person"&&r.Kind!="parent-without-custody"{ended++}}}
 }
 fmt.Println(plans,parties,items,"released",rel,"consents",cons,"inforce",force,"ended",ended,"unitopen",unitopen)
}
