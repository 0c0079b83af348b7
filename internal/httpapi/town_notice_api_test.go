package httpapi_test

// notices lets bibi be told that vera opened in an emergency, and amir that a consent ends soon.
func (w *town) notices(ids map[string]string) {
	ends := signed("plan")
	ends["validTo"] = "2021-01-10"
	consent := w.As("lena").Post("/children/"+ids["loChild"]+"/consents", ends).Want(201).Text("id")
	for _, who := range []string{"amir", "eva"} {
		w.As(who).Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	}
	ids["notificationId"], _ = w.As("bibi").Get("/notifications").Want(200).Row("notifications", "resourceId", ids["accessId"])["id"].(string)
	ids["loNotification"], _ = w.As("amir").Get("/my/notifications").Want(200).Row("notifications", "resourceId", consent)["id"].(string)
}

func (w *town) noticeSamples(add adder) {
	add("", "GetPhrases", nil)
	add("bibi", "ListNotifications", nil)
	add("bibi", "MarkNotificationRead", object{})
	add("amir", "ListMyNotifications", nil)
	add("amir", "MarkMyNotificationRead", object{}, "notificationId", "loNotification")
	add("karin", "GetContactAddress", nil)
	add("karin", "ChangeContactAddress", object{"email": canary + "@a.example"})
	add("amir", "GetMyContactAddress", nil)
	add("amir", "ChangeMyContactAddress", object{"email": canary + "@b.example"})
}
