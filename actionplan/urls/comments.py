from django.urls import path

from actionplan.views import comments

urlpatterns = [
    path("<slug:kind>/<int:subject_id>/add/", comments.add, name="comment-add"),
    path("<int:comment_id>/reply/", comments.reply, name="comment-reply"),
    path("<int:comment_id>/edit/", comments.edit, name="comment-edit"),
    path("<int:comment_id>/withdraw/", comments.withdraw, name="comment-withdraw"),
]
