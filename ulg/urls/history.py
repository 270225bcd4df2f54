from django.urls import path

from ulg.views import history

urlpatterns = [
    path("<slug:kind>/<int:record_id>/", history.history, name="history"),
    path("<slug:kind>/<int:record_id>/<int:revision>/restore/", history.restore, name="restore"),
]
